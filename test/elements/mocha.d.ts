// What @web/test-runner's Mocha puts into the page, as far as the element tests use it.
type TestBody = () => void | Promise<void>;

interface RunningTest {
  readonly pending: boolean;
  /** How it ended, once it has. */
  readonly state?: string;
  /** Ends it as skipped, by throwing. */
  skip(): never;
}

declare function describe(name: string, body: () => void): void;
declare function it(name: string, body: TestBody): void;
declare function before(body: TestBody): void;
declare function after(body: TestBody): void;
declare function beforeEach(
  body: (this: { readonly currentTest: RunningTest }) => void | Promise<void>,
): void;
declare function afterEach(body: TestBody): void;
