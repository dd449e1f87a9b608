/** A sleep that can be cut short; a ring while nobody sleeps is not kept. */
export class Alarm {
  private wakeUp: () => void = () => undefined;

  ring(): void {
    this.wakeUp();
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
