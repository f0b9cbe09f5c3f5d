export declare function firefoxPath(): string | undefined;
