import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({
    ...vite,
    // Relative, so that the built Storybook works from any folder of any static host.
    base: './',
    // Vite finds all dependencies before the first story: one found later reloads the page in the middle of a test.
    optimizeDeps: { ...vite.optimizeDeps, entries: ['stories/**/*.stories.ts', 'src/define/all.ts'] },
  }),
};

export default config;
