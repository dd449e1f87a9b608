/** Sleep that can be cut short for everyone who sleeps; a ring while nobody does is not kept. */
export class Alarm {
  private readonly sleepers = new Set<() => void>();

  ring(): void {
    for (const wakeUp of this.sleepers) wakeUp();
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wakeUp = () => {
        clearTimeout(timer);
        this.sleepers.delete(wakeUp);
        resolve();
      };
      const timer = setTimeout(wakeUp, ms);
      this.sleepers.add(wakeUp);
    });
  }
}
