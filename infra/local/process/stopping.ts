interface Part {
  readonly name: string;
  stop(): void | Promise<void>;
}

/** What has been started and must be stopped, last first. One part that fails to stop does not keep the others up. */
export const createStopping = (onError: (name: string, error: unknown) => void) => {
  const parts: Part[] = [];
  return {
    add(name: string, stop: Part['stop']): void {
      parts.push({ name, stop });
    },
    async stopAll(): Promise<void> {
      for (let part = parts.pop(); part; part = parts.pop()) {
        const { name, stop } = part;
        await Promise.resolve()
          .then(stop)
          .catch((error: unknown) => onError(name, error));
      }
    },
  };
};
export type Stopping = ReturnType<typeof createStopping>;
