import { html, nothing, type TemplateResult } from 'lit';
import { renderCheckbox } from '../../core/fields.ts';
import type { Casting } from './casting.ts';

/** Above the list: another way through it, a reminder, and what becomes of the choices on this device. */
export function renderOptions(casting: Casting): TemplateResult {
  const { host, keeping, sending, voteState } = casting;
  const { say } = host.speaker;
  const received = voteState === 'voted' || voteState === 'void';
  const kept = received ? 'vote-kept' : voteState === 'waiting' ? 'waiting-how' : 'draft-kept';
  return html`<p class="actions no-print">
      ${host.ballot.projects.every(({ withdrawn }) => withdrawn) ? nothing : html`<button type="button" part="button" @click=${() => casting.showOneByOne()}>${say('one-by-one')}</button>`}
      <button type="button" part="button" @click=${() => remind(casting)}>${say('reminder')}</button>
    </p>
    <div class="keeping no-print">
      ${sending.isLost ? nothing : html`<p class="hint">${say(keeping.kept ? kept : received ? 'vote-shared' : 'draft-shared')}</p>`}
      ${host.sharedDevice
        ? nothing
        : renderCheckbox({ value: 'shared-computer', text: say('shared-computer'), hint: say('shared-computer-hint') }, { checked: keeping.shared, check: (on) => casting.switchShared(on) })}
    </div>`;
}

/** Below the list: the way to leave nothing behind. */
export function renderBelow(casting: Casting): unknown {
  const { host, keeping } = casting;
  const { say } = host.speaker;
  const left = keeping.kept && (host.choices.length > 0 || host.memory.cast !== undefined);
  if (!left) return nothing;
  return html`<p class="no-print"><button type="button" class="quiet" @click=${() => casting.erase()}>${say('draft-erase')}</button></p>
    ${host.memory.cast ? html`<p class="hint no-print">${say('erase-stays')} ${host.ballot.identification.includes('open') ? say('erase-mark') : nothing}</p>` : nothing}`;
}

async function remind({ host }: Casting): Promise<void> {
  const { saveReminder } = await import('./reminder.ts');
  saveReminder(host);
}
