import { LitElement, html } from 'lit';

/** Something that a site has made with a Lit of its own. */
customElements.define('city-banner', class extends LitElement {
  render() {
    return html`<p>Banner</p>`;
  }
});
