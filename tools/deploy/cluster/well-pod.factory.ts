export const labels = (name: string, kind: string) => ({ 'app.kubernetes.io/name': name, 'porchlight.dev/kind': kind });

/** A container by the rules: it gains nothing, writes nothing, takes no more than this. */
export const bounded = {
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
};

/** A pod by the rules. */
export const shutIn = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
};
