/** Launch options for playwright-core and puppeteer-core alike. */
export declare function chromium(): Promise<{ executablePath: string; headless: boolean; args: string[] }>;
