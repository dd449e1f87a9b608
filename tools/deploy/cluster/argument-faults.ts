import type { Workload } from './manifests';

/** Secrets among the arguments of a process, which everybody on its machine reads. */
export const argumentFaults = ({ kind, name, pod }: Workload): string[] =>
  pod.containers.flatMap(({ args, env, envFrom }) => {
    const isOpen = (variable: string): boolean => {
      const own = env.find((one) => one.name === variable);
      return own ? !own.valueFrom?.secretKeyRef : !envFrom.some(({ secretRef }) => secretRef);
    };
    return args
      .flatMap((argument) => [...argument.matchAll(/\$\((?<variable>\w+)\)/g)])
      .flatMap(({ groups }) => groups?.['variable'] ?? [])
      .filter((variable) => !isOpen(variable))
      .map((variable) => `${kind} ${name} has ${variable} among its arguments`);
  });
