import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteOf, plainOf, readsSame } from '../../sync/plain-text.ts';

test.each([
  'Spoke to Tom <tom@example.com>; wants a call',
  'See <https://example.org/a?b=1&copy=2> first',
  'value <budget and cost > plan',
  'if a <b and c > d',
  'Use <b> for bold',
  'Meet <name> at <time>',
  '5 < 6 & 7 > 2',
  ' two\n\n\nlines \r\n and a tab\t.',
])('a person’s own text is read letter by letter: %j', (text) => {
  expect(plainOf(text)).toEqual({ plain: text, lossy: false });
});

test('entities are read in plain text, which keeps its line breaks', () => {
  const text = 'Caf&eacute; &amp; bar&#8217;s\n\n 5&nbsp;&euro; &#x2014; &hellip; it&#146;s &unknown; &#0;';
  expect(plainOf(text)).toEqual({ plain: 'Café & bar’s\n\n 5 € — … it’s &unknown; &#0;', lossy: false });
});

test.each([
  ['<p>Hello</p><p>World</p>', 'Hello\nWorld'],
  ['<p>Hello</p>\n<p><br></p>\n<p>World</p>', 'Hello\n\nWorld'],
  ['<p>One<br/>\nTwo<br></p><p>Three</p>', 'One\nTwo\nThree'],
  ['<p>Tom <tom@example.com> &lt;b&gt; a < b</p>', 'Tom <tom@example.com> <b> a < b'],
])('%j holds no more than its lines: %j', (html, plain) => {
  expect(plainOf(html)).toEqual({ plain, lossy: false });
});

test.each([
  ['<p class="x">Hello</p>', 'Hello'],
  ['<ul>\n <li><p>one</p></li>\n <li>two</li></ul><ol><li>a</li><li>b</li></ol>', '• one\n• two\n1. a\n2. b'],
  ['<style>p { color: red }</style><p>a  wrapped\n  line</p><script>x()</script>', 'a wrapped line'],
  ['<table><tr><th>Item</th><th>Price</th></tr><tr><td><p>Oak</p></td><td>5</td></tr></table>', 'Item\tPrice\nOak\t5'],
  ['First line\nsecond <b>bold</b> line', 'First line\nsecond bold line'],
  ['<p class="MsoNormal">x<o:p></o:p></p><!-- <p>hidden</p> -->', 'x'],
  ['<pre>  a\n   b</pre>', 'a\n   b'],
  ['<div><img src="https://example.org/a.png" alt="logo"> by us</div>', '[logo] by us'],
  ['<p>one <b>two</b><i>three</i> four</p>', 'one twothree four'],
])('%j reads as %j', (html, plain) => {
  expect(plainOf(html)).toEqual({ plain, lossy: true });
});

test.each(['<b>bold</b>', 'a<br>b', 'caf&eacute;', '<p>x</p> & <y'])(
  '%j typed in a cell comes back as typed',
  (typed) => {
    expect(plainOf(noteOf(typed))).toEqual({ plain: typed, lossy: false });
  },
);

test('a text that cannot be mistaken is kept as it was typed', () => {
  expect(noteOf('R&D with Tom <tom@example.com>')).toBe('R&D with Tom <tom@example.com>');
});

const bits = fc.constantFrom(
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<br>',
  '<tom@x.org>',
  '<',
  '>',
  '&',
  '&amp;',
  '\n',
  ' ',
  'a',
  '<!--',
);
const pieces = fc.array(fc.oneof(bits, fc.string())).map((parts) => parts.join(''));

test('whatever is typed in a cell comes back as typed', () => {
  fc.assert(
    fc.property(pieces, (typed) => {
      expect(plainOf(noteOf(typed))).toEqual({ plain: typed, lossy: false });
    }),
  );
});

test('what is read of any text is plain', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const { plain } = plainOf(text);
      expect(plainOf(noteOf(plain)).plain).toBe(plain);
    }),
  );
});

test.each([
  ['one\ntwo', '<p>one</p><p>two</p>'],
  ['one\r\n\r\ntwo  three ', '<p>one</p><p></p><p>two three</p>'],
  ['R&D', 'R&amp;D'],
  ['Zoe\u0308', 'Zo\u00eb'],
  ['a\u00a0b', 'a b'],
])('%j reads the same as %j', (left, right) => {
  expect(readsSame(left, right)).toBe(true);
  expect(readsSame(right, left)).toBe(true);
});

test.each([
  ['one two', 'one\ntwo'],
  ['one', 'One'],
  ['Tom <tom@example.com>', 'Tom'],
])('%j does not read the same as %j', (left, right) => {
  expect(readsSame(left, right)).toBe(false);
});
