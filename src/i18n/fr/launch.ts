import type {LaunchWords} from '../en/launch.ts';

const fromChart = 'Fermez ceci et rouvrez le panneau à partir du dossier.';
const tellSupport = 'Si cela continue, avisez la personne responsable de votre système de dossiers.';

export const launch: LaunchWords = {
  problem: {
    'no-issuer': {
      happened: 'Le panneau n’a pas été ouvert à partir d’un dossier.',
      toDo: 'Ouvrez-le à partir du dossier d’une personne.',
    },
    'unknown-issuer': {
      happened: 'Ce système de dossiers n’est pas sur la liste de ce panneau.',
      toDo: 'Rien ne lui a été envoyé. Avisez la personne responsable du panneau s’il devrait y être.',
    },
    'hostile-address': {
      happened: 'L’adresse de ce panneau n’est pas celle qu’un dossier produit.',
      toDo: `Rien n’a été envoyé. ${fromChart}`,
    },
    'storage-blocked': {
      happened: 'Le navigateur ne permet pas au panneau de garder sa place ici.',
      toDo: 'Ouvrez-le dans sa propre fenêtre, ou permettez le stockage pour ce site.',
    },
    'framed-by-stranger': {
      happened: 'Le panneau a été ouvert dans une page que votre site ne nomme pas.',
      toDo: fromChart,
    },
    'not-secure': {happened: 'Cette page n’est pas venue par une connexion sécurisée.', toDo: tellSupport},
    unreachable: {
      happened: 'Le système de dossiers est injoignable.',
      toDo: `Vérifiez le réseau, puis rouvrez le panneau à partir du dossier. ${tellSupport}`,
    },
    'no-endpoints': {happened: 'Le système de dossiers ne dit pas où s’identifier.', toDo: tellSupport},
    'foreign-endpoint': {
      happened: 'Le système de dossiers désigne un lieu d’identification absent de la liste de votre site.',
      toDo: `Rien n’y a été envoyé. ${tellSupport}`,
    },
    'no-pkce': {
      happened:
        'Le système de dossiers n’offre pas la protection dont le panneau a besoin pour s’identifier.',
      toDo: tellSupport,
    },
    refused: {
      happened: 'Le système de dossiers n’a pas laissé entrer le panneau.',
      toDo: `${fromChart} ${tellSupport}`,
    },
    'unknown-launch': {happened: 'Cette ouverture du panneau est terminée ou a déjà servi.', toDo: fromChart},
    'no-token': {
      happened: 'Le système de dossiers n’a pas terminé l’identification.',
      toDo: `${fromChart} ${tellSupport}`,
    },
    'identity-unproven': {
      happened: 'L’identité de la personne connectée n’a pas pu être prouvée.',
      toDo: fromChart,
    },
    'no-patient': {
      happened: 'Le système de dossiers n’a nommé personne.',
      toDo: 'Ouvrez le panneau à partir du dossier d’une personne.',
    },
    'not-launched': {
      happened: 'Aucun dossier n’est ouvert ici.',
      toDo: 'Ouvrez le panneau à partir du dossier d’une personne.',
    },
    expired: {happened: 'Votre session est terminée.', toDo: fromChart},
  },
  code: (code) => `Code\u00a0: ${code}`,
  serverSays: (text) => `Le système de dossiers dit\u00a0: ${text}`,
  more: 'Plus d’information du système de dossiers',
  newWindow: 'Ouvrir dans une nouvelle fenêtre',
  localNetwork:
    'Le navigateur tient cette page à l’écart du réseau local. Si votre système de dossiers s’y trouve, permettez à ce site d’atteindre le réseau local dans les réglages du navigateur; dans un cadre, la page qui l’entoure doit aussi nommer local-network-access dans son «\u00a0allow\u00a0».',
  signIn: {
    title: 'Identifiez-vous pour ouvrir le panneau.',
    why: 'Votre système de dossiers vous identifie dans sa propre fenêtre. Le panneau s’ouvre ensuite ici.',
    button: 'S’identifier',
    waiting: 'Continuez dans l’autre fenêtre. Si vous l’avez fermée, appuyez de nouveau sur le bouton.',
    stopped:
      'Le navigateur a bloqué la fenêtre. Permettez les fenêtres de ce site, puis appuyez de nouveau sur le bouton.',
    done: 'L’identification est faite.',
    again: 'S’identifier de nouveau',
    kept: 'Ce que vous avez écrit reste ici. Vous pouvez vous identifier de nouveau dans une autre fenêtre et continuer.',
    other:
      'Une autre personne ou un autre compte y a été choisi\u00a0: rien n’en a été ouvert. Ce que vous avez écrit reste ici.',
    mayClose: 'Vous pouvez fermer cette fenêtre\u00a0: le panneau s’ouvre là d’où vous venez.',
  },
};
