/** WebKit's driver, started; `options` as webdriverio takes them. */
export declare function startWebKit(): Promise<{
  readonly options: {
    readonly hostname: string;
    readonly port: number;
    readonly capabilities: { readonly 'webkitgtk:browserOptions': object };
  };
  readonly stop: () => void;
}>;
