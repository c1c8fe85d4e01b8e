import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import few from '../fixtures/feedback/few-services.json';
import services from '../fixtures/feedback/feedback-services.json';
import '../src/define/feedback-form.ts';
import { SourceError, type SourceErrorKind } from '../src/sources/errors.ts';
import type { DataSource, Receipt } from '../src/sources/source.ts';
import type { AukioFeedbackForm } from '../src/widgets/feedback-form/feedback-form.ts';
import { attributes, type Attributes } from './attributes.ts';
import { failing, silent, written } from './content.ts';
import './pages.css';

type Story = StoryObj<Attributes>;

const RECEIPT: Receipt = { id: 'P-2026-00123', code: '7K3M-9QRT-V2XW-4HJA', receivedAt: '2026-08-24T11:20:00Z', dueOn: '2026-08-31' };
const STATUS = { state: 'answered', receivedAt: RECEIPT.receivedAt, changedAt: '2026-08-26T06:05:00Z', topic: services.services[0]!.name, reply: 'Kiitos palautteestasi.\n\nKuoppa paikataan torstaina 27.8.' };

/** A city that answers without a server. @param answer what it says when feedback is sent */
function city(answer: () => Promise<Receipt> = () => Promise.resolve(RECEIPT), topics: unknown = services): DataSource {
  return {
    read: (resource) => (resource === 'feedback-services' ? Promise.resolve(topics) : resource === 'feedback/status' ? Promise.resolve(STATUS) : Promise.reject(new SourceError('not-found'))),
    submit: answer,
  };
}

const refusing = (kind: SourceErrorKind): DataSource => city(() => Promise.reject(new SourceError(kind)));

const HELP = html`<p slot="help">puhelin <a href="tel:+35860001200">06 000 1200</a> (arkisin kello 9–15) tai <a href="mailto:asiakaspalvelu@merilehto.example">asiakaspalvelu@merilehto.example</a></p>`;
const OWN = { 'privacy-href': '/tietosuoja/', 'registry-href': 'mailto:kirjaamo@merilehto.example', 'retention-days': 90 };
const CODE = '<aukio-feedback-form endpoint="/api/" privacy-href="/tietosuoja/" registry-href="mailto:kirjaamo@kunta.fi" retention-days="90">\n  <p slot="help">puhelin <a href="tel:+35860001200">06 000 1200</a></p>\n</aukio-feedback-form>';

function form(args: Attributes, source: DataSource = city()): TemplateResult {
  return html`<aukio-feedback-form ${attributes({ ...OWN, ...args })} .source=${source}>${HELP}</aukio-feedback-form>`;
}

function from(source: DataSource): Pick<Story, 'render'> {
  return { render: (args) => form(args, source) };
}

/** Fills in the few topics' form and sends it. */
async function sendIn(canvas: HTMLElement): Promise<void> {
  const found = await waitFor(() => {
    const element = canvas.querySelector('aukio-feedback-form');
    if (!element?.sending || !element.shadowRoot?.getElementById('message')) throw new Error('the form is not there yet');
    return element;
  });
  const root = found.shadowRoot!;
  [...root.querySelectorAll<HTMLInputElement>('input[name="topic"]')].at(-1)?.click();
  type(found, 'message', 'Satamakadun ja Kirkkokadun kulmassa on syvä kuoppa.');
  await found.updateComplete;
  root.querySelector<HTMLButtonElement>('button.primary')!.click();
}

function type(element: AukioFeedbackForm, name: string, text: string): void {
  const field = element.shadowRoot!.getElementById(name) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A story in which the feedback has been sent to this city. */
function sent(source: DataSource, args: Attributes = {}): Partial<Story> {
  return { args, ...from(source), play: ({ canvasElement }) => sendIn(canvasElement) };
}

const meta: Meta<Attributes> = {
  title: 'Widgets/Feedback form',
  component: 'aukio-feedback-form',
  tags: ['autodocs'],
  parameters: { actions: { handles: ['aukio-feedback-sent', 'aukio-feedback-kept'] } },
  // Nothing of one story stays for the next.
  beforeEach: () => () => {
    localStorage.clear();
    indexedDB.deleteDatabase('aukio-outbox');
  },
  render: (args) => form(args),
};
export default meta;

/** Topics in their groups; a topic may bring questions of its own. Change the page’s language in the toolbar. */
export const ManyTopics: Story = { name: 'Content: many topics', ...written(CODE) };
/** Up to seven topics without groups are all in view. */
export const FewTopics: Story = { name: 'Content: a few topics', ...from(city(undefined, few)) };
/** Only one topic: no choice is shown. */
export const OneTopic: Story = { name: 'Content: one topic', ...from(city(undefined, { services: [{ code: 'other', name: 'Palaute', questions: [] }] })) };
/** Questions of every kind, each of which may be required. */
export const EveryQuestion: Story = {
  name: 'Content: questions of every kind',
  ...from(city(undefined, {
    services: [{
      code: 'event', name: 'Tapahtuma', questions: [
        { code: 'where', kind: 'text', label: 'Missä olit?', required: true },
        { code: 'guests', kind: 'number', label: 'Kuinka monta teitä oli?' },
        { code: 'when', kind: 'date-time', label: 'Milloin?' },
        { code: 'mark', kind: 'choice', label: 'Miten meni?', required: true, options: [{ code: 'well', name: 'Hyvin' }, { code: 'badly', name: 'Huonosti' }] },
        { code: 'more', kind: 'choices', label: 'Mitä lisää?', hint: 'Voit valita useita.', options: [{ code: 'music', name: 'Musiikkia' }, { code: 'food', name: 'Ruokaa' }] },
      ],
    }],
  })),
};

/** The page is about one topic. */
export const Topic: Story = { name: 'Option: topic', args: { topic: 'library' } };
/** Ties feedback to a goal, a project, a channel, a unit or a page. A link elsewhere on the page may do it too: `aukio-before-feedback-open`. */
export const About: Story = { name: 'Option: about', args: { about: 'unit:kirjasto', 'about-title': 'Pääkirjasto', topic: 'library' } };
/** Everything once more before it is sent. */
export const Review: Story = { name: 'Option: review', ...sent(city(undefined, few), { review: true }) };
/** For a kiosk or a library’s computer: nothing is kept, and the form is emptied when nobody uses it. */
export const SharedDevice: Story = { name: 'Option: shared-device', args: { 'shared-device': true } };
export const AskPublish: Story = { name: 'Option: ask-publish', args: { 'ask-publish': true } };
/** The message alone. */
export const Short: Story = { name: 'Option: hide-place and hide-photos', args: { 'hide-place': true, 'hide-photos': true, topic: 'other' } };
export const Heading: Story = { name: 'Option: heading', args: { heading: 'Anna palautetta', 'heading-level': 3 } };
/** The state of a feedback by its code, on a page of its own. Any code of 16 letters and digits opens this one. */
export const Status: Story = { name: 'Option: view status', args: { view: 'status' } };

/** What is wrong is said above, where the focus goes, and beside each field. Nothing is cleared. */
export const Faults: Story = {
  name: 'State: something is wrong',
  ...from(city(undefined, few)),
  play: async ({ canvasElement }) => {
    const button = await waitFor(() => {
      const found = canvasElement.querySelector('aukio-feedback-form')?.shadowRoot?.querySelector<HTMLButtonElement>('button.primary');
      if (!found) throw new Error('the form is not there yet');
      return found;
    });
    button.click();
  },
};
/** A text that looks like a Finnish identity code gets a gentle stop. */
export const IdentityCode: Story = {
  name: 'State: an identity code?',
  ...from(city(undefined, { services: [{ code: 'other', name: 'Palaute', questions: [] }] })),
  play: async ({ canvasElement }) => {
    const found = await waitFor(() => {
      const element = canvasElement.querySelector('aukio-feedback-form');
      if (!element?.sending || !element.shadowRoot?.getElementById('message')) throw new Error('the form is not there yet');
      return element;
    });
    type(found, 'message', 'Tunnukseni on 131052-308T.');
    await found.updateComplete;
    found.shadowRoot!.querySelector<HTMLButtonElement>('button.primary')!.click();
  },
};
export const Sending: Story = { name: 'State: being sent', ...sent(city(() => new Promise<never>(() => {}), few)) };
/** The number, the code, what happens next, and a copy to keep. */
export const Received: Story = { name: 'State: received', ...sent(city(undefined, few)) };
/** The city has not received it: it leaves when the network is back. */
export const Waiting: Story = { name: 'State: waiting on this device', ...sent({ ...refusing('offline'), read: city(undefined, few).read }) };
export const Closed: Story = { name: 'State: closed', ...sent({ ...refusing('closed'), read: city(undefined, few).read }) };
export const Loading: Story = { name: 'State: loading', render: (args) => form(args, { ...silent, submit: () => Promise.resolve(RECEIPT) }) };
/** The city takes no feedback here now. */
export const Empty: Story = { name: 'State: no topics', ...from(city(undefined, { services: [] })) };

/** What the editor put inside stays in view, with the other way to reach the city. */
export const Offline: Story = {
  name: 'Error: the topics cannot be read',
  render: (args) => html`<aukio-feedback-form ${attributes({ ...OWN, ...args })} .source=${failing('offline')}><p>Voit antaa palautetta myös puhelimitse: 06 000 1200.</p>${HELP}</aukio-feedback-form>`,
};
/** Nothing says where feedback is sent to: no form is shown that could not be sent, and the editor is told. */
export const NoEndpoint: Story = {
  name: 'Preview: nowhere to send to',
  args: { debug: true, 'privacy-href': '' },
  render: (args) => html`<aukio-feedback-form ${attributes(args)} .source=${{ read: city().read }}>${nothing}</aukio-feedback-form>`,
};

export const InSwedish: Story = { name: 'Language: Swedish', globals: { lang: 'sv' } };
export const InEnglish: Story = { name: 'Language: English', globals: { lang: 'en' } };
export const Narrow: Story = { name: 'Look: a narrow column', decorators: [(story) => html`<div class="narrow">${story()}</div>`] };
export const Dark: Story = { name: 'Look: dark', globals: { scheme: 'dark' } };
