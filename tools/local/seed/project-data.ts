import type { ItemKind, ItemStatus, Section } from '@porchlight/contracts';

/** The demo job: a kitchen extension at its half. Days are business days from the start of the project. */

export const projectName = 'Whitfield – Kitchen extension';
export const welcomeMessage = `Hello Anna and Ben,

this page always shows where your kitchen stands. Whatever we need from you is under Your Items, and the dates below move when ours do. Call any time.

Olivia`;
export const siteAddress = '48 Maple Street, Boulder, CO 80302';
export const durationDays = 118;
/** How far the job is today. */
export const today = 62;
export const budget = '238000.00';

/** The two subcontractors: electrics and plumbing. */
export const ray = 'Ray Ortiz';
export const mila = 'Mila Novak';
const crew = 'Our crew';
const office = 'Olivia';

export interface TaskData {
  readonly name: string;
  readonly section: Section;
  readonly from: number;
  readonly days: number;
  readonly who: string;
  /** Estimated cost in whole units of the company's currency. */
  readonly cost: number;
  /** What it cost beyond that, where it is done. */
  readonly over?: number;
  readonly note?: string;
}

type Row = readonly [name: string, from: number, days: number, who: string, cost: number, over?: number, note?: string];

const rows: Readonly<Record<Section, readonly Row[]>> = {
  planning: [
    ['Site survey and measurements', 0, 2, office, 650],
    ['Structural engineer’s report', 2, 5, 'Brandt Engineering', 2400, 150],
    ['Concept drawings', 3, 6, office, 1800],
    ['Review of the drawings with the client', 9, 1, office, 200],
    ['Construction drawings', 10, 8, 'Studio Hart', 5200],
    ['Soil test', 11, 2, 'Front Range Geotech', 1100, -80],
    ['Building permit application', 18, 3, office, 1450],
    ['Permit review by the city', 21, 10, 'City of Boulder', 900, 0, 'Reviewer is D. Kim; asks by e-mail only.'],
    ['Kitchen layout and appliance list', 19, 5, office, 750],
    ['Order steel beam', 24, 2, office, 6800, 420],
    ['Order windows and patio door', 25, 2, office, 14200],
    ['Insurance and site set-up plan', 26, 2, office, 600],
    ['Book crane and skip', 29, 1, office, 1900],
    ['Letters to the neighbours', 29, 1, office, 60],
  ],
  execution: [
    ['Site set-up and fencing', 31, 2, crew, 1600],
    ['Protect existing floors', 31, 1, crew, 480],
    ['Take out the old kitchen', 32, 3, crew, 2100, 260, 'Asbestos test was clear; keep the lab sheet.'],
    ['Excavation', 34, 3, crew, 4300],
    ['Foundation forms and rebar', 37, 3, crew, 3900],
    ['Foundation pour', 40, 1, 'Summit Concrete', 5600, 310],
    ['Curing', 41, 5, crew, 0],
    ['Underslab drains', 41, 2, mila, 2200],
    ['Floor slab', 46, 2, 'Summit Concrete', 4100],
    ['Framing of the walls', 48, 5, crew, 9800, -350],
    ['Set the steel beam', 52, 1, 'Peak Crane', 2600],
    ['Roof framing', 53, 4, crew, 7400],
    ['Roof sheathing and felt', 57, 2, crew, 2900],
    ['Open the wall to the house', 58, 2, crew, 2400, undefined, 'Prop as in drawing S-4; engineer wants to see it.'],
    ['Framing inspection', 60, 1, 'City of Boulder', 250],
    ['Install windows', 60, 3, crew, 3200],
    ['Install patio door', 62, 2, crew, 1400],
    ['Roofing', 61, 5, 'Flatirons Roofing', 8600],
    ['Electrical rough-in', 62, 5, ray, 6900, undefined, 'Client may add two outlets: ask before closing walls.'],
    ['Plumbing rough-in', 62, 4, mila, 5400],
    ['Gas line to the range', 66, 1, mila, 1250],
    ['Ventilation duct', 66, 2, 'Clear Air', 1750],
    ['Rough-in inspection', 69, 1, 'City of Boulder', 250],
    ['Insulation', 70, 3, crew, 3800],
    ['Drywall', 73, 5, 'Nova Interiors', 6200],
    ['Plaster and sanding', 78, 4, 'Nova Interiors', 3100],
    ['Exterior siding', 72, 6, crew, 7700],
    ['Screed and floor heating', 80, 3, mila, 4900],
    ['First coat of paint', 83, 3, 'Nova Interiors', 2100],
    ['Tile floor', 86, 4, 'Stone & Line', 5300],
    ['Install cabinets', 90, 5, crew, 24500],
    ['Template and fit countertops', 95, 4, 'Stone & Line', 8900],
    ['Electrical fixtures', 96, 3, ray, 3400],
    ['Sinks, taps and dishwasher', 98, 2, mila, 2800],
    ['Appliances', 100, 1, crew, 900],
    ['Backsplash', 101, 2, 'Stone & Line', 1900],
  ],
  closeout: [
    ['Final coat of paint', 103, 3, 'Nova Interiors', 1800],
    ['Final electrical inspection', 106, 1, ray, 250],
    ['Final building inspection', 107, 1, 'City of Boulder', 350],
    ['Deep clean', 108, 2, 'Bright Homes', 850],
    ['Walk-through with the client', 110, 1, office, 0],
    ['Punch list', 111, 4, crew, 1500],
    ['Landscape repair', 112, 3, crew, 2600],
    ['Take down fencing', 115, 1, crew, 300],
    ['Manuals and warranties', 115, 2, office, 150],
    ['Hand-over', 117, 1, office, 0, undefined, 'Bring the spare tiles and the paint codes.'],
  ],
};

const taskOf =
  (section: Section) =>
  ([name, from, days, who, cost, over, note]: Row): TaskData => ({
    name,
    section,
    from,
    days,
    who,
    cost,
    ...(over !== undefined && { over }),
    ...(note !== undefined && { note }),
  });

export const tasks: readonly TaskData[] = [
  ...rows.planning.map(taskOf('planning')),
  ...rows.execution.map(taskOf('execution')),
  ...rows.closeout.map(taskOf('closeout')),
];

export const milestones: readonly {
  readonly name: string;
  readonly section: Section;
  readonly on: number;
  readonly reached?: number;
}[] = [
  { name: 'Drawings agreed', section: 'planning', on: 17, reached: 18 },
  { name: 'Permit granted', section: 'planning', on: 30, reached: 30 },
  { name: 'Ground broken', section: 'execution', on: 34, reached: 34 },
  { name: 'Foundation done', section: 'execution', on: 46, reached: 47 },
  { name: 'Frame up', section: 'execution', on: 57, reached: 58 },
  { name: 'Weathertight', section: 'execution', on: 66 },
  { name: 'Walls closed', section: 'execution', on: 77 },
  { name: 'Cabinets in', section: 'execution', on: 94 },
  { name: 'Final inspection passed', section: 'closeout', on: 107 },
  { name: 'Your kitchen is yours', section: 'closeout', on: 117 },
];

export const items: readonly {
  readonly title: string;
  readonly detail: string;
  readonly kind: ItemKind;
  readonly section: Section;
  readonly due: number;
  readonly status: ItemStatus;
}[] = [
  {
    title: 'Approve the construction drawings',
    detail: 'Please sign the last page.',
    kind: 'approval',
    section: 'planning',
    due: 18,
    status: 'done',
  },
  {
    title: 'Choose the window colour',
    detail: 'Anthracite or white, both at the same price.',
    kind: 'selection',
    section: 'planning',
    due: 24,
    status: 'done',
  },
  {
    title: 'Where should the outlets go?',
    detail: 'Mark them on the plan we left with you; two more are possible.',
    kind: 'information',
    section: 'execution',
    due: 64,
    status: 'waiting',
  },
  {
    title: 'Choose the floor tiles',
    detail: 'Samples are at Stone & Line, ask for the Whitfield board.',
    kind: 'selection',
    section: 'execution',
    due: 70,
    status: 'waiting',
  },
  {
    title: 'Pick cabinet handles',
    detail: 'Three candidates are on the windowsill.',
    kind: 'selection',
    section: 'execution',
    due: 78,
    status: 'with_builder',
  },
  {
    title: 'Approve the paint colours',
    detail: 'We paint a square of each on the north wall.',
    kind: 'approval',
    section: 'execution',
    due: 82,
    status: 'waiting',
  },
];

export const updates: readonly string[] = [
  'The foundation has cured well and the slab is in. Framing starts on Monday.',
  'The frame is up! Come and stand in your new kitchen, hard hats are by the gate.',
  'The steel beam is set and the wall to the house is open. It is dusty behind the curtain, and it will be worth it.',
  'Windows arrived a day early and go in this week.',
];

export const notes: readonly string[] = [
  'Ben prefers calls after 5 pm; Anna reads e-mail at once.',
  'Margin is thin on the tiles: do not offer an upgrade below cost.',
  'Neighbour at 50 Maple complained about parking. Crew parks on Spruce from now on.',
  'Change for two outlets would be 380 with Ray, not yet offered.',
  'Summit invoiced 310 over: pump had to wait. Agreed to pay half.',
];
