import type { PortalLinkSays, Said } from './portal-link.english';

const shared = ({ to, companyName }: Said) => ({
  caution: 'Si no lo pidió usted, no tiene que hacer nada: este mensaje solo le llegó a usted.',
  why: `Este mensaje se envió a ${to} porque alguien pidió una nueva entrada en la página que ${companyName} hizo con Porchlight.`,
});

export const spanish: PortalLinkSays = {
  link: (said) => ({
    heading: `Su enlace a ${said.projectName}`,
    preview: 'Este funciona ahora.',
    introduction: `Usted pidió un enlace nuevo a su proyecto con ${said.companyName}. Este funciona ahora; úselo en lugar del que tenía. Quien lo tenga puede ver la página, así que no lo comparta fuera de su hogar.`,
    label: 'Abrir su proyecto',
    expiry: said.lastDay === null ? undefined : `Funciona hasta el final del ${said.lastDay}.`,
    ...shared(said),
  }),
  signIn: (said) => ({
    heading: `Inicie sesión para ver ${said.projectName}`,
    preview: 'Usted tiene una cuenta: inicie sesión y su proyecto se abrirá.',
    introduction: `Usted pidió una nueva entrada a su proyecto con ${said.companyName}. Tiene una cuenta para él con la dirección ${said.to}: inicie sesión y su proyecto se abrirá. Si olvidó su contraseña, allí puede elegir una nueva.`,
    label: 'Iniciar sesión',
    expiry: undefined,
    ...shared(said),
  }),
};
