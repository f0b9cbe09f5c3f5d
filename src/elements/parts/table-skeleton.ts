import { html, type TemplateResult } from 'lit';

/** In place of the rows while they are loading for the first time. */
export function tableSkeleton(label: string, rows: number): TemplateResult {
  const row = html`<tr>
    <td>
      <div class="person">
        <span class="avatar"></span>
        <div class="words"><span class="bar"></span><span class="bar"></span></div>
      </div>
    </td>
  </tr>`;
  return html`<div class="skeleton" part="skeleton" aria-busy="true">
    <span class="spoken" role="status">${label}</span>
    <table class="table" aria-hidden="true">
      <tbody>
        ${Array.from({ length: Math.min(rows, 8) }, () => row)}
      </tbody>
    </table>
  </div>`;
}
