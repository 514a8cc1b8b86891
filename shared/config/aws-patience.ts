/** How long a service of AWS is waited for. */
export interface Patience {
  readonly attempts: number;
  readonly connectedWithinMs: number;
  /** From the first byte sent until the answer begins. */
  readonly answeredWithinMs: number;
  /** Without a byte either way: an answer can stop in its midst. */
  readonly silentForMs: number;
}

/**
 * Of a request to the API, whatever it waits for: API Gateway answers itself after 29 seconds, and Lambda ends the function
 * after 28 (infra/api), neither with a problem that says what to do.
 */
export const requestAnsweredWithinMs = 20_000;

/** DynamoDB answers in milliseconds. Three silent attempts and the pauses between them leave a request room for two more like it. */
export const databasePatience: Patience = {
  ...{ attempts: 3, connectedWithinMs: 1000, answeredWithinMs: 2000, silentForMs: 2000 },
};

/** A part of a large file takes longer than an item, and no request to the API waits for it. */
export const storagePatience: Patience = {
  ...{ attempts: 3, connectedWithinMs: 1000, answeredWithinMs: 10_000, silentForMs: 30_000 },
};

/** S3 says nothing for some ten seconds while it copies the largest film. */
export const copiedWithinMs = 30_000;

/** In the SDK’s own names. Unless told to throw, it warns when the time is out and waits on for ever. */
export const clientSettings = (patience: Patience) => ({
  maxAttempts: patience.attempts,
  requestHandler: {
    connectionTimeout: patience.connectedWithinMs,
    requestTimeout: patience.answeredWithinMs,
    throwOnRequestTimeout: true,
    socketTimeout: patience.silentForMs,
  },
});
