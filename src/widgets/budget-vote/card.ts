import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot, Project, ProjectGroup } from '../../model/ballot.ts';
import type { Text } from '../../model/text.ts';
import { areIncompatible } from '../../model/vote-rules.ts';
import type { Speaker } from './speaker.ts';

/** What a card needs to know beside its project. */
export interface CardView {
  readonly ballot: Ballot;
  readonly speaker: Speaker;
  readonly heading: (content: unknown) => unknown;
  readonly hidden: boolean;
  readonly chosen: boolean;
  /** The control with which it is chosen; nothing where it cannot be. */
  readonly control: unknown;
  /** What else can be done with it; comes after the first cards. */
  readonly aside: unknown;
  /** The long description is in view at once. */
  readonly open?: boolean;
}

/** One project. What it is and costs is in view; the rest is opened. */
export function renderCard(project: Project, view: CardView): TemplateResult {
  const { ballot, speaker, chosen, hidden } = view;
  const { say, money, word } = speaker;
  const { title, picture, withdrawn } = project;
  const name = word(title);
  const alt = picture && word(picture.alt);
  return html`<li class="card ${chosen ? 'chosen' : ''}" part="item" ?hidden=${hidden}>
    ${picture ? html`<img src=${picture.src} alt=${alt!.text} lang=${alt!.lang ?? nothing} loading="lazy" decoding="async" />` : nothing}
    <div class="about">
      ${view.heading(html`<span lang=${name.lang ?? nothing}>${name.text}</span>`)}
      <dl class="meta">
        ${line(say('cost'), html`<strong id="cost-${project.id}">${money(project.cost)}</strong>`)} ${group(say('area'), ballot.areas, project.area, speaker)}
        ${group(say('category'), ballot.categories, project.category, speaker)}
      </dl>
      ${project.summary === undefined ? nothing : html`<p>${worded(project.summary, speaker)}</p>`} ${renderExcluded(project, ballot, speaker)} ${renderMore(project, view)}
    </div>
    ${withdrawn
      ? html`<p class="message" part="withdrawn">${say('withdrawn')} ${withdrawn.reason === undefined ? nothing : worded(withdrawn.reason, speaker)}</p>`
      : html`<div class="control">${view.control} ${view.aside}</div>`}
  </li>`;
}

function line(label: string, content: unknown): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${content}</dd></div>`;
}

function group(label: string, groups: readonly ProjectGroup[], id: string | undefined, speaker: Speaker): unknown {
  const found = groups.find((one) => one.id === id);
  return found ? line(label, worded(found.name, speaker)) : nothing;
}

function renderExcluded(project: Project, { projects }: Ballot, { say, word }: Speaker): unknown {
  const others = projects.filter((other) => other !== project && areIncompatible(project, other));
  return others.length ? html`<p class="excludes">${say('excludes', { projects: others.map(({ title }) => word(title).text).join(', ') })}</p>` : nothing;
}

/** What not everybody reads: the whole description, the ideas behind it, a link to more. */
function renderMore(project: Project, { speaker, open = false }: CardView): unknown {
  const { say, word } = speaker;
  const { description, madeFrom, link, title } = project;
  if (description === undefined && !madeFrom.length && !link) return nothing;
  return html`<details class="more" ?open=${open}>
    <summary>${say('more')}<span class="visually-hidden">: ${word(title).text}</span></summary>
    ${description === undefined ? nothing : html`<div class="description">${worded(description, speaker)}</div>`}
    ${madeFrom.length
      ? html`<p class="label">${say('made-from')}</p>
          <ul>
            ${madeFrom.map((idea) => html`<li>${idea.by === undefined ? worded(idea.title, speaker) : say('idea-by', { title: word(idea.title).text, by: word(idea.by).text })}</li>`)}
          </ul>`
      : nothing}
    ${link ? html`<p><a href=${link}>${say('project-page')}<span class="visually-hidden">: ${word(title).text}</span></a></p>` : nothing}
  </details>`;
}

/** A text in its own language, its lines as lines. */
export function worded(text: Text, { word }: Speaker): TemplateResult {
  const { text: words, lang } = word(text);
  return html`<span class="lines" lang=${lang ?? nothing}>${words}</span>`;
}
