import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/goal-status.ts';
import '../src/define/source.ts';
import otherBody from '../fixtures/goals/other-body.json';
import report from '../fixtures/goals/report-2026.json';
import { attributes, type Attributes } from './attributes.ts';
import { answering, written } from './content.ts';
import { planningSource } from './guides/planning-source.ts';

type Story = StoryObj<Attributes>;

/** What the planning system of the guide *Write a data source* answers. */
const PLAN = {
  committee: 'Hyvinvointilautakunta',
  from: '2026-01-01',
  to: '2026-07-31',
  written: '2026-08-18',
  tasks: [
    { key: 'uimahalli', name: 'Uimahalli on auki pidempään', programme: 'Arjen liikunta on helppoa kaikenikäisille', unit: 'Liikuntapalvelut', indicator: 'Aukiolotunteja viikossa', wanted: 80, reached: 76, light: 'yellow' },
    { key: 'kirjastoauto', name: 'Kirjastoauto käy joka kylässä', programme: 'Kirjasto tulee lähelle', unit: 'Kirjastopalvelut', indicator: 'Pysäkkejä', wanted: 12, reached: 12, light: 'green' },
  ],
};

/** What the town’s servers say in these stories, by the path of the address. */
const ANSWERS: Readonly<Record<string, unknown>> = { '/rajapinta/goals': report, '/avoin-data/goals.json': report, '/tasks': PLAN };

const meta: Meta<Attributes> = {
  title: 'Widgets/Source',
  component: 'aukio-source',
  tags: ['autodocs'],
  beforeEach: () => {
    const { fetch } = window;
    window.fetch = (input, init) => {
      const answer = ANSWERS[new URL(input instanceof Request ? input.url : input, document.baseURI).pathname];
      return answer ? Promise.resolve(Response.json(answer)) : fetch(input, init);
    };
    return () => {
      window.fetch = fetch;
    };
  },
  render: (args) => html`<aukio-source ${attributes(args)}><aukio-goal-status hide-download></aukio-goal-status></aukio-source>`,
};
export default meta;

/** The town’s own interface: the widget asks for `GET /rajapinta/goals`. */
export const Rest: Story = { name: 'A REST interface', args: { url: '/rajapinta/' } };

/** Files in a folder: the widget reads `/avoin-data/goals.json`. */
export const JsonFiles: Story = { name: 'JSON files', args: { type: 'json', url: '/avoin-data/' } };

/** Two widgets with one source: the file is fetched once. */
export const Shared: Story = {
  name: 'One source, two widgets',
  args: { type: 'json', url: '/avoin-data/' },
  render: (args) => html`<aukio-source ${attributes(args)}>
    <aukio-goal-status heading="Ennuste" group-by="forecast" hide-search hide-filters hide-download></aukio-goal-status>
    <aukio-goal-status heading="Vastuutahot" group-by="responsible" hide-summary hide-search hide-filters hide-download></aukio-goal-status>
  </aukio-source>`,
};

/** A source that a developer wrote, given as a property: the one of the guide *Write a data source*. */
export const OwnSource: Story = {
  name: 'A source of your own',
  render: () => html`<aukio-source .source=${planningSource('https://plan.merilehto.example/')}><aukio-goal-status></aukio-goal-status></aukio-source>`,
  ...written("document.querySelector('aukio-source').source = planningSource('https://plan.merilehto.example/');", 'js'),
};

/** Of several sources the nearest serves. */
export const Nearest: Story = {
  name: 'The nearest source',
  render: () => html`<aukio-source .source=${answering(report)}>
    <aukio-source .source=${answering(otherBody)}><aukio-goal-status hide-download></aukio-goal-status></aukio-source>
  </aukio-source>`,
  ...written('<aukio-source url="/rajapinta/">\n  <aukio-source url="/elinvoima/">\n    <aukio-goal-status></aukio-goal-status>\n  </aukio-source>\n</aukio-source>'),
};

/** Without children it serves every widget of the page that has nothing nearer. */
export const PageWide: Story = {
  name: 'The page’s default',
  // On one page with the other stories it would serve those too.
  tags: ['!autodocs'],
  args: { url: '/rajapinta/' },
  render: (args) => html`<aukio-source ${attributes(args)}></aukio-source><aukio-goal-status hide-download></aukio-goal-status>`,
};
