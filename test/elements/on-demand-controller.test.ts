import { expect, fixture, html } from '@open-wc/testing';
import { css, html as template, LitElement, type TemplateResult } from 'lit';
import { addStyles, OnDemandController } from '../../src/controllers/on-demand-controller.js';

/** Its code comes when `arrives` says so. */
class LateElement extends LitElement {
  tries = 0;
  arrives = true;
  readonly late = new OnDemandController(this, async () => {
    this.tries++;
    if (!this.arrives) throw new TypeError('Failed to fetch dynamically imported module');
    addStyles(this, [
      css`
        output {
          color: rgb(1 2 3);
        }
      `,
    ]);
    return { text: 'There' };
  });

  protected override render(): TemplateResult {
    const { part, failed } = this.late;
    return template`<output>${failed ? 'Failed' : (part?.text ?? 'Not there')}</output>`;
  }
}

customElements.define('late-element', LateElement);

const mount = (): Promise<LateElement> => fixture<LateElement>(html`<late-element></late-element>`);
const output = (element: LateElement): HTMLElement =>
  element.renderRoot.querySelector('output') as HTMLElement;

describe('OnDemandController', () => {
  it('loads once, however often it is asked to, and brings its styles', async () => {
    const element = await mount();
    expect(output(element).textContent).to.equal('Not there');
    const [first, second] = await Promise.all([element.late.load(), element.late.load()]);
    await element.updateComplete;
    expect(first).to.equal(second);
    expect(element.tries).to.equal(1);
    expect(output(element).textContent).to.equal('There');
    expect(getComputedStyle(output(element)).color).to.equal('rgb(1, 2, 3)');
  });

  it('says that it failed, and loads at the next try', async () => {
    const element = await mount();
    element.arrives = false;
    expect(await element.late.load()).to.equal(undefined);
    await element.updateComplete;
    expect(output(element).textContent).to.equal('Failed');
    element.arrives = true;
    expect(await element.late.load()).to.deep.equal({ text: 'There' });
    await element.updateComplete;
    expect(output(element).textContent).to.equal('There');
    expect(element.tries).to.equal(2);
  });
});
