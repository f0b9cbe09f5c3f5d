export declare function firefoxPath(): string | undefined;
export declare function leftOut(
  engine: string,
): readonly { readonly reason: string; readonly files: readonly string[] }[];
