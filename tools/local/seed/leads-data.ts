import type { CreateLead } from '@porchlight/contracts';

const lead = (
  name: string,
  email: string,
  phone: string,
  rest: Omit<CreateLead, 'client' | 'clientId'>,
): CreateLead => ({
  ...rest,
  client: { name, contacts: [{ name, email, phone, primary: true }] },
});

const dollars = (amount: string) => ({ amount, currency: 'USD' });

/** The lead behind the demo project: a household with two contacts. */
export const whitfield: CreateLead = {
  projectType: 'Kitchen extension',
  siteAddress: '48 Maple Street, Boulder, CO 80302',
  source: 'Recommended by a client',
  stage: 'won',
  estimatedValue: dollars('238000.00'),
  notes: 'Signed in person. Wants to see progress from the road.',
  client: {
    name: 'Whitfield',
    contacts: [
      { name: 'Anna Whitfield', email: 'anna@whitfield.example', phone: '303 555 0148', primary: true },
      { name: 'Ben Whitfield', email: 'ben@whitfield.example', phone: '303 555 0149' },
    ],
  },
};

/** `inDays` gives the date so many days from now: something is overdue, something due, something ahead. */
export const otherLeads = (inDays: (days: number) => string): readonly CreateLead[] => [
  lead('Dana Okafor', 'dana@okafor.example', '303 555 0161', {
    projectType: 'Bathroom remodel',
    siteAddress: '12 Aspen Court, Louisville, CO',
    source: 'Website',
    stage: 'new',
    estimatedValue: dollars('28000.00'),
    nextStep: 'Call back',
    nextStepOn: inDays(0),
  }),
  lead('Marcus Lindqvist', 'marcus@lindqvist.example', '303 555 0162', {
    projectType: 'Garage conversion',
    siteAddress: '905 Pine Street, Boulder, CO',
    source: 'Yard sign',
    stage: 'contacted',
    estimatedValue: dollars('64000.00'),
    nextStep: 'Agree on a day for the visit',
    nextStepOn: inDays(-1),
  }),
  lead('Priya and Tom Shah', 'priya@shah.example', '303 555 0163', {
    projectType: 'Second storey',
    siteAddress: '77 Juniper Avenue, Boulder, CO',
    source: 'Recommended by a client',
    stage: 'site_visit',
    estimatedValue: dollars('240000.00'),
    notes: 'Roof is from 1962; allow for surprises.',
  }),
  lead('Grace Meyer', 'grace@meyer.example', '303 555 0164', {
    projectType: 'Deck and pergola',
    siteAddress: '3 Larkspur Lane, Niwot, CO',
    source: 'Website',
    stage: 'quoting',
    estimatedValue: dollars('31500.00'),
    nextStep: 'Send the offer',
    nextStepOn: inDays(3),
    ownerId: null,
  }),
  lead('Luis Herrera', 'luis@herrera.example', '303 555 0165', {
    projectType: 'Basement finish',
    siteAddress: '241 Ridge Road, Lafayette, CO',
    source: 'Home show',
    stage: 'quoting',
    estimatedValue: dollars('72000.00'),
  }),
  lead('Joan Petty', 'joan@petty.example', '303 555 0166', {
    projectType: 'Window replacement',
    source: 'Website',
    stage: 'lost',
    lostReason: 'Went with a window company',
    estimatedValue: dollars('18000.00'),
  }),
];
