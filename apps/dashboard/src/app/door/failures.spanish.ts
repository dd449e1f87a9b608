import type { Failures } from './failures.english';

/** Of what the services may refuse at the door. */
const refusals: Readonly<Record<string, string>> = {
  credentials_wrong: 'El correo o la contraseña no son correctos.',
  email_taken: 'Ya hay una cuenta con este correo. Inicie sesión con ella.',
  gone: 'Este enlace ya no funciona. Pida uno nuevo.',
  link_used: 'Este enlace ya se usó.',
  invitation_superseded: 'Se envió una invitación más reciente. Abra el enlace del último mensaje.',
  invitation_used: 'Esta invitación ya se aceptó. Inicie sesión.',
  invitation_revoked: 'Esta invitación se canceló.',
  invitation_expired: 'Esta invitación ha caducado. Pida una nueva.',
  mail_not_set_up: 'Desde aquí no sale correo. Pida un enlace nuevo a quien le invitó.',
  portal_not_ready: 'Su página se está preparando. Inténtelo de nuevo en un momento.',
  session_ended: 'Su sesión terminó. Inicie sesión de nuevo.',
  unauthenticated: 'Su sesión terminó. Inicie sesión de nuevo.',
  unavailable: 'Una parte de Porchlight está arrancando. Inténtelo de nuevo en un momento.',
  wrong_person: 'Esta invitación es para otra persona.',
};

const other = 'Algo salió mal. Inténtelo de nuevo.';
const field = 'Revise este dato';

/** Of what the services find wrong with a field that homeowners fill in. */
const faults: Readonly<Record<string, string>> = { 'is not your password': 'No es su contraseña' };

const minute = 60;
const hour = 3_600;

const wait = (seconds: number | null): string => {
  if (seconds === null) return 'un rato';
  if (seconds <= 10) return 'un momento';
  if (seconds <= minute) return 'un minuto';
  if (seconds < hour) return `${Math.ceil(seconds / minute)} minutos`;
  const hours = Math.ceil(seconds / hour);
  return hours === 1 ? 'una hora' : `${hours} horas`;
};

export const failures: Failures = {
  unreachable: 'No se puede conectar con Porchlight en este momento. Revise su conexión e inténtelo de nuevo.',
  ours: (id) => `Algo salió mal por nuestra parte (${id}).`,
  tooOften: (seconds) => `Se intentó demasiadas veces. Espere ${wait(seconds)} e inténtelo de nuevo.`,
  refused: ({ code }) => refusals[code] ?? other,
  other,
  missing: () => 'Esta página no existe o usted no puede verla.',
  again: 'Intentar de nuevo',
  kept: 'Lo que escribió sigue aquí.',
  field: (message) => faults[message] ?? field,
  fields: () => 'Algún dato no es correcto. Revíselos.',
};
