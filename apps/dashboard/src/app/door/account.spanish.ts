import type { AccountWords } from './account.english';

export const account: AccountWords = {
  title: 'Su cuenta',
  backToOne: 'Volver a su proyecto',
  backToAll: 'Volver a sus proyectos',

  name: {
    heading: 'Nombre',
    about: 'Lo ven las personas con las que trabaja.',
    long: 'Use como máximo 120 caracteres',
    save: 'Guardar el nombre',
    saved: 'Guardado.',
  },

  email: {
    about: 'Con él inicia sesión, y ahí llegan los mensajes.',
    confirmed: 'Confirmado',
    notConfirmed: 'Sin confirmar',
    noServer:
      'Desde aquí no sale correo, así que una dirección no se puede confirmar ni cambiar. Quien lleva este Porchlight puede configurarlo.',
    sentTo: 'Enviamos un enlace a',
    openIt: 'Ábralo en el plazo de un día.',
    openItMeanwhile: 'Ábralo en el plazo de un día; hasta entonces su dirección no cambia.',
    why: 'Confirme que es suyo: así le llegan las invitaciones y puede recuperar su contraseña.',
    sendAgain: 'Enviar el enlace otra vez',
    confirm: 'Confirmar esta dirección',
    change: 'Cambiar el correo',
    newOne: 'Correo nuevo',
    missing: 'Escriba la dirección nueva',
    same: 'Esa ya es su dirección',
    send: 'Enviarme un enlace',
    cancel: 'Cancelar',
  },

  password: {
    yours: 'Su contraseña',
    sure: 'Para asegurarnos de que es usted.',
    present: 'Contraseña actual',
    missingPresent: 'Escriba su contraseña actual',
    change: 'Cambiar la contraseña',
    changed: 'Cambiada. Se cerró la sesión en los demás dispositivos.',
    forgot: '¿Olvidó su contraseña actual?',
  },

  devices: {
    heading: 'Dispositivos',
    about: 'Donde tiene la sesión iniciada. Cierre lo que no reconozca.',
    looking: 'Buscando sus dispositivos',
    unknown: 'Dispositivo desconocido',
    named: (browser, device) => `${browser} en ${device}`,
    present: 'Este dispositivo',
    lastUsed: (ago) => `último uso: ${ago}`,
    justNow: 'ahora mismo',
    since: (moment) => `sesión iniciada el ${moment}`,
    end: 'Cerrar',
    endThis: (device, lastUsed) => `Cerrar ${device}, ${lastUsed}`,
    ended: (device) => `Se cerró la sesión en ${device}.`,
    everywhere: 'Cerrar todas las sesiones',
    everywhereToo: 'también en este dispositivo',
    everywhereMeans:
      'Se cierra la sesión en todos los dispositivos, también en este, y se cierran las páginas abiertas de sus proyectos. Después inicie sesión donde lo necesite.',
  },

  memberships: {
    heading: 'Empresas y proyectos',
    about: 'De qué forma parte, y como qué.',
    unnamed: 'Un proyecto',
    staff: 'Personal de la empresa',
    open: 'Abrir',
    openThis: (place) => `Abrir ${place}`,
    none: 'En este momento no forma parte de ninguna empresa ni proyecto. Una invitación por correo le da entrada.',
  },

  close: {
    heading: 'Cerrar la cuenta',
    ask: 'Cerrar mi cuenta…',
    means: {
      signedOut: 'Se cierra su sesión en todas partes y nunca podrá volver a entrar con esta cuenta.',
      leave: 'Deja todas las empresas y proyectos, y las páginas que sigue.',
      stays: 'Lo que hizo se queda en las empresas, con su nombre. Sus proyectos siguen sin usted.',
      free: 'Su dirección de correo queda libre para una cuenta nueva.',
    },
    soleOwner:
      'Usted es la única persona propietaria de una empresa, y una empresa necesita una. Nombre antes a otra, en',
    people: 'Personas',
    sure: 'Cerrarla para siempre',
    keep: 'Conservarla',
  },
};
