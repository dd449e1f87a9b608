import type { AcceptanceSays } from './acceptance.english';
import type { SendableAcceptance } from './acceptance.words';

const introduction = ({ personName, personEmail, role, companyName, projectName }: SendableAcceptance): string => {
  const place = projectName ?? companyName;
  const accepted = `${personName} (${personEmail}) aceptó su invitación`;
  if (role === 'customer') return `${accepted} y ya puede seguir ${place} en su propia página.`;
  if (role === 'subcontractor')
    return `${accepted}. Las tareas de ${place} que le asigne aparecen enseguida en su lista.`;
  return `${accepted} y ya puede ver y llevar todo en ${place} con usted.`;
};

export const spanish: AcceptanceSays = (acceptance) => {
  const { personName, personEmail, companyName, projectName } = acceptance;
  return {
    joined: `${personName} se unió a ${projectName ?? companyName}`,
    introduction: introduction(acceptance),
    label: projectName === null ? 'Ver quién está' : 'Abrir el proyecto',
    why: `Porchlight le envió este mensaje porque usted invitó a ${personEmail}.`,
  };
};
