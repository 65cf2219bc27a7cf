/** Nothing that HighLevel takes comes near; what is nested deeper breaks whoever walks through it. */
const deepest = 64;

/** Is the JSON nested deeper than anything that is sent? Looks at the text, so that nothing has to walk through it. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}
