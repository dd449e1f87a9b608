import { account } from './account.spanish';
import { confirmEmail } from './confirm-email.spanish';
import type { DoorWords } from './english';
import { failures } from './failures.spanish';

export const spanish: DoorWords = {
  failures,
  account,
  confirmEmail,
  email: 'Correo electrónico',
  password: {
    label: 'Contraseña',
    show: 'Mostrar',
    hide: 'Ocultar',
    of: 'contraseña',
    shown: 'Su contraseña se puede leer en la pantalla.',
    missing: 'Escriba su contraseña',
    hint: 'Al menos 12 caracteres. Puede ser una frase.',
    choose: 'Elija una contraseña',
    short: 'Use al menos 12 caracteres',
    long: 'Use como máximo 256 caracteres',
  },
  missingEmail: 'Escriba su dirección de correo',
  oddEmail: 'Escriba una dirección de correo como ana@example.com',
  forgot: '¿Olvidó su contraseña?',
  close: 'Cerrar',
  keep: 'Dejarlo así',

  signIn: {
    title: 'Iniciar sesión',
    press: 'Iniciar sesión',
    toPortal: 'Inicie sesión con la dirección de correo a la que le invitó su contratista para ver su proyecto.',
    stay: 'Seguir con esta sesión',
    newHere: '¿Es nuevo aquí?',
    register: 'Registre su empresa',
    tooOften: 'Elegir una contraseña nueva por correo funciona enseguida.',
    after: {
      reset: 'Su contraseña nueva está guardada. Inicie sesión con ella.',
      everywhere: 'Se cerró su sesión en todos los dispositivos.',
      closed: 'Su cuenta está cerrada. Gracias por haber estado aquí.',
    },
  },

  signInAgain: {
    title: 'Inicie sesión de nuevo',
    text: 'Su sesión terminó. Esta página se queda como está, con todo lo que escribió.',
    leave: 'Salir de esta página',
  },

  away: {
    tab: 'Sin conexión',
    title: 'No se puede conectar con Porchlight',
    text: 'Su sesión sigue iniciada y no se ha perdido nada. Revise su conexión o espere un momento.',
  },

  otherPerson: {
    signedInAs: (email) => `Tiene la sesión iniciada como ${email}.`,
    goOnAs: (email) => `Cerrar sesión y seguir como ${email}`,
  },

  invite: {
    tab: 'Invitación',
    looking: 'Buscando su invitación',
    trouble: 'Su invitación',
    joined: (place) => `Ya forma parte de ${place}`,
    open: 'Abrir',
    opening: 'Abriendo…',
    unknown: 'Este enlace no lleva a ninguna invitación',
    cutOff:
      'Quizá llegó incompleto. Abra de nuevo el enlace de su mensaje o cópielo entero. Si eso no ayuda, pida uno nuevo a quien le invitó.',
    haveAccount: '¿Tiene una cuenta?',
    superseded: 'Se envió una invitación más reciente',
    supersededText: 'Abra el enlace del último mensaje: este, más antiguo, ya no sirve.',
    cannotFind: '¿No lo encuentra? Podemos enviarlo otra vez a la misma dirección.',
    signedInAs: (name) => `Tiene la sesión iniciada como ${name}.`,
    accept: 'Aceptar la invitación',
    forOther: (email) => `Esta invitación es para ${email}, y todavía no ha cambiado nada.`,
    known:
      'Ya tiene una cuenta de Porchlight: inicie sesión y quedará aceptada. Si no recuerda haberla creado, elija una contraseña nueva por correo.',
    signInAndAccept: 'Iniciar sesión y aceptar',
    newcomer: 'Elija un nombre y una contraseña, y quedará aceptada.',
    name: 'Su nombre',
    missingName: 'Escriba su nombre',
    joinedAlready: (place) => `Ya forma parte de ${place}. Le llevamos a iniciar sesión…`,
    notNow: (place) => `En este momento no forma parte de ${place}`,
    notNowText: (company) => `Usted entró con esta invitación. Si cree que es un error, pregunte a ${company}.`,
    othersOne: 'Esta invitación es de otra persona',
    othersJoined: (email, place) => `Con ella, ${email} entró en ${place}.`,
    expired: 'Esta invitación ha caducado',
    expiredText: (company, email, place, day) => `${company} invitó a ${email} a ${place}, hasta el ${day}.`,
    askFor: (company) => `Pida una nueva a ${company}.`,
    revoked: 'Esta invitación se canceló',
    revokedText: (company) => `${company} la ha retirado. Si cree que es un error, pregúnteles.`,
    title: (company, project) => `${company} le invita a ${project ?? 'unirse a la empresa'}`,
    meanings: {
      customer:
        'Usted sigue su proyecto en una página propia: cuánto ha avanzado, qué viene después y qué se necesita de usted.',
      subcontractor: 'Usted ve las tareas que le tocan y dice cómo van.',
      manager: 'Usted trabaja en los contactos y proyectos de la empresa.',
      owner: 'Usted lleva los contactos, los proyectos y los ajustes de la empresa.',
    },
    facts: { from: 'De', for: 'Para', as: 'Como', until: 'Hasta' },
    roles: { owner: 'Propietario', manager: 'Encargado', subcontractor: 'Subcontratista', customer: 'Cliente' },
    mailAgain: 'Enviarme una invitación nueva',
    mailed: (email) =>
      `Una invitación nueva va en camino a ${email ?? 'la dirección invitada'}. Si no llega en unos minutos, mire también en el correo no deseado.`,
    call: (phone) => `Llamar al ${phone}`,
    write: (email) => `Escribir a ${email}`,
    reach: 'Responda al mensaje que le trajo aquí, o llámeles como siempre.',
  },

  reset: {
    forgotTab: '¿Olvidó su contraseña?',
    forgotText: 'Le enviamos por correo un enlace con el que elige una nueva.',
    send: 'Enviarme un enlace',
    sent: 'Mire en su correo',
    sentText: (email) =>
      `Si hay una cuenta con ${email}, un mensaje con un enlace va en camino. El enlace vale una hora y funciona una sola vez.`,
    sentNothing:
      '¿No llega nada en unos minutos? Mire en el correo no deseado y compruebe que la dirección es la de su cuenta.',
    other: 'Probar con otra dirección',
    toInvitation: 'Volver a su invitación',
    toSignIn: 'Volver a iniciar sesión',
    tab: 'Contraseña nueva',
    looking: 'Comprobando su enlace',
    choose: 'Elija una contraseña nueva',
    chooseText: 'Se cerrará su sesión en todos los dispositivos. Después, inicie sesión con la nueva.',
    newPassword: 'Contraseña nueva',
    save: 'Guardar la contraseña nueva',
    used: 'Este enlace ya se usó',
    usedText: (email) => `Con él se cambió la contraseña de ${email}. ¿No fue usted? Elija otra enseguida.`,
    expired: 'Este enlace ha caducado',
    expiredText: 'Valía una hora, o su cuenta ha cambiado desde entonces. Puede pedir otro enseguida.',
    unknown: 'Este enlace no lleva a ninguna parte',
    unknownText: 'Quizá llegó incompleto. Abra de nuevo el enlace de su mensaje o cópielo entero.',
    again: 'Enviarme un enlace nuevo',
  },

  portals: {
    title: 'Sus proyectos',
    unnamed: 'Su proyecto',
    none: 'En este momento ningún contratista comparte un proyecto con usted. Una invitación por correo le da entrada.',
    more: 'Más',
    work: 'Volver a su trabajo',
    account: 'Su cuenta',
    signOut: 'Cerrar sesión',
  },
};
