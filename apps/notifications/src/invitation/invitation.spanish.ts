import type { InvitationSays } from './invitation.english';
import type { SendableInvitation } from './invitation.words';

type Invited = Pick<SendableInvitation, 'companyName' | 'projectName' | 'role'>;

const heading = ({ companyName, projectName, role }: Invited): string => {
  if (role === 'customer') return `Siga paso a paso: ${projectName ?? 'su proyecto'}`;
  if (role === 'subcontractor') return `Únase a ${projectName ?? 'un proyecto'}`;
  return `Únase a ${companyName}`;
};

const introduction = ({ companyName, projectName, role }: Invited): string => {
  if (role === 'customer')
    return `${companyName} ha creado una página para ${projectName ?? 'su proyecto'}. Muestra cuánto ha avanzado la obra, qué fechas vienen y qué se necesita de usted.`;
  if (role === 'subcontractor')
    return `${companyName} quiere contar con usted en ${projectName ?? 'un proyecto'}. Verá sus tareas y podrá informar sobre ellas desde su teléfono.`;
  return `${companyName} quiere que le ayude a llevar sus contactos y proyectos en Porchlight.`;
};

export const spanish: InvitationSays = (invitation, until) => {
  const { companyName, projectName, to } = invitation;
  return {
    subject: `${companyName} le invita a ${projectName ?? 'Porchlight'}`,
    preview: introduction(invitation),
    heading: heading(invitation),
    introduction: introduction(invitation),
    label: 'Aceptar la invitación',
    expiry: `Esta invitación es solo para usted y vale hasta el ${until}.`,
    why: `${companyName} envió este mensaje a ${to} con Porchlight. Si no conoce a esta empresa, no tiene que hacer nada.`,
  };
};
