import type { CapturedLeadSays } from './captured-lead.english';

export const spanish: CapturedLeadSays = {
  subject: ({ clientName, projectType }) => `Nuevo contacto: ${clientName}, ${projectType}`,
  heading: ({ clientName }) => `Nuevo contacto: ${clientName}`,
  asked: ({ clientName, projectType }) =>
    `${clientName} le escribió con el formulario de su sitio web, sobre: ${projectType}.`,
  email: 'Correo',
  phone: 'Teléfono',
  site: 'Lugar de la obra',
  label: 'Abrir el contacto',
  answer: (email) => `Si responde a este mensaje, su respuesta va a ${email}.`,
  why: (to, companyName) => `Porchlight envió este mensaje a ${to}, que pertenece al equipo de ${companyName}.`,
};
