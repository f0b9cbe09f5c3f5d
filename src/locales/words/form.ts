/** The words of forms about an organization. */
export interface FormWords {
  readonly name: string;
  readonly description: string;
  readonly optional: string;
  readonly logo: string;
  readonly darkLogo: string;
  /** Beside the field for an address. */
  readonly logoHint: string;
  readonly chooseFile: string;
  readonly uploading: string;
  readonly uploadFailed: string;
  /** What is left of the characters that a field takes. */
  readonly left: (count: number) => string;
  readonly required: string;
  readonly tooLong: (most: number) => string;
  readonly notHttps: string;
  readonly notTaken: string;
}
