const commands =
  /docker compose (?:--\S+ \S+ )?(?<verb>stop|start|restart|logs|up|exec|run|rm|build)(?<rest>[^\n`#|>&]*)/g;

/** Services that the commands of a guide name and the compose file does not have. */
export const guideNames = (guide: string, services: readonly string[]): string[] =>
  [...guide.matchAll(commands)].flatMap(({ groups }) => {
    const words = (groups?.['rest'] ?? '').split(' ').filter((word) => word && !/^[-<…]/.test(word));
    // What comes behind the first is said to the service.
    const names = ['exec', 'run'].includes(groups?.['verb'] ?? '') ? words.slice(0, 1) : words;
    return names
      .filter((name) => !services.includes(name))
      .map((name) => `a guide says docker compose ${groups?.['verb']} ${name}, which is no service`);
  });
