import { css } from 'lit';

/**
 * What a page may set, all optional: `--org-*` are read here and nowhere else, `--_*` are ours.
 * Text and font are the page's; a popup takes the system's pair of colours, which is readable on every page.
 */
export const tokens = css`
  :host {
    --_surface: var(--org-color-surface, Canvas);
    --_text: var(--org-color-text, CanvasText);
    --_muted: var(--org-color-muted, color-mix(in srgb, currentColor 70%, transparent));
    --_border: var(--org-color-border, color-mix(in srgb, currentColor 22%, transparent));
    --_hover: var(--org-color-hover, color-mix(in srgb, currentColor 7%, transparent));
    --_accent: var(--org-color-accent, light-dark(#3a55c8, #a9b8ff));
    --_on-accent: var(--org-color-on-accent, light-dark(#fff, #10173a));
    --_danger: var(--org-color-danger, light-dark(#b3261e, #ffb4ab));
    --_focus: var(--org-color-focus, var(--_accent));
    --_radius: var(--org-radius, 0.5rem);
    --_space: var(--org-space, 0.5rem);
    --_control: var(--org-control-size, 2.75rem);
    --_shadow: var(
      --org-shadow,
      0 0.75rem 2rem light-dark(rgb(15 20 40 / 0.14), rgb(0 0 0 / 0.5)),
      0 0.125rem 0.375rem light-dark(rgb(15 20 40 / 0.08), rgb(0 0 0 / 0.4))
    );
    --_duration: var(--org-duration, 120ms);
    /* The probe of ColorSchemeController: drawn nowhere, white where the page is dark. */
    column-rule-color: light-dark(#000, #fff);
    transition: column-rule-color 1ms;
    font-family: var(--org-font, inherit);
    font-size: var(--org-font-size, inherit);
  }

  :host([hidden]) {
    display: none;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0s;
    }
  }
`;
