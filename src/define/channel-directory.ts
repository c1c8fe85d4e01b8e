import { probe } from '../core/probe.ts';
import { warnIfOther } from '../core/registered.ts';
import { AukioChannelDirectory } from '../widgets/channel-directory/channel-directory.ts';

if (customElements.get('aukio-channel-directory')) warnIfOther('aukio-channel-directory', AukioChannelDirectory);
else if (probe()) customElements.define('aukio-channel-directory', AukioChannelDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'aukio-channel-directory': AukioChannelDirectory;
  }
}
