import type {cli as shape} from '../en/cli.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

export const cli: typeof shape = {
  usage: {
    call: 'isp-panel count FICHIER --as-of AAAA-MM-JJ',
    lead: 'Compte l’utilisation des services de santé d’une personne et écrit la preuve en JSON.',
    file: 'FICHIER est un Bundle FHIR, un tableau JSON ou du NDJSON; un tiret lit l’entrée standard.',
    options: {
      asOf: 'dernier jour connu',
      index: {
        call: '--index DATE',
        does: 'inscription, pour avant et après; sinon cherchée dans les données',
      },
      zone: 'fuseau horaire, par exemple America/Toronto',
      config: 'isp-site.json de l’établissement',
      patient: 'de qui, quand il y a plusieurs personnes',
      csv: 'les événements comptés, en CSV',
      explain: 'ce qu’il est advenu d’une donnée, en mots',
      lang: 'langue des mots',
    },
  },
  counted: (what, date, site) => `Compté comme ${what} le ${date}, ${site}.`,
  unknownSite: 'lieu non inscrit',
  times: (start, end) => `De ${start} à ${end}.`,
  goesOn: 'une fin pas encore connue',
  endUnknown: 'une fin non inscrite',
  minutes: (n) => `Durée\u00a0: ${n}\u00a0${plural(n, 'minute', 'minutes')}.`,
  days: (n, soFar) => `Durée\u00a0: ${n}\u00a0${plural(n, 'jour', 'jours')}${soFar ? ' jusqu’ici' : ''}.`,
  records: (list) => `Données\u00a0: ${list}.`,
  registrations: (n) => `Inscriptions\u00a0: ${n}.`,
  windows: (list) => `Compte dans\u00a0: ${list}.`,
  noWindow: 'Ne compte dans aucune période de la preuve.',
  byOption:
    'Selon une option de l’établissement, dans la liste mais pas dans le nombre de visites à l’urgence.',
  leftOut: (reason, date, of) => `Hors compte, ${date}\u00a0: ${reason}${of === null ? '' : `, voir ${of}`}.`,
  unplaced: 'Impossible à situer.',
  unreadable: (path, problem) => `Illisible\u00a0: ${path === '' ? 'la donnée' : path} (${problem}).`,
  rule: (rule, words) => `${rule}\u00a0: ${words}`,
  kind: {
    'ed-visit': 'visite à l’urgence',
    stay: 'hospitalisation',
    observation: 'mise en observation',
    'short-stay': 'court séjour',
    ambulatory: 'contact en clinique ou à domicile',
    unclassified: 'contact de nature inconnue',
  },
  flag: {
    admitted: 'Une admission a suivi.',
    inferred: 'Non inscrit en soi\u00a0: déduit d’une autre donnée.',
    ongoing: 'En cours à la fin du dernier jour connu.',
    'end-unknown': 'Fin non inscrite\u00a0: compte pour un jour.',
    'no-offset': 'Heure écrite sans fuseau\u00a0: prise comme heure locale.',
    'status-unknown': 'Statut inconnu.',
    lwbs: 'La personne est partie avant la prise en charge.',
    'date-uncertain': 'Seul le mois ou l’année est connu.',
  },
  window: {
    last12Months: '12\u00a0derniers mois',
    last6Months: '6\u00a0derniers mois',
    previous12Months: '12\u00a0mois précédents',
    baseline: 'avant l’inscription',
    followUp: 'après l’inscription',
  },
  otherRule: {
    'same-id': 'De plusieurs versions d’une donnée, la plus récente est lue.',
    'other-patient': 'Les données d’une autre personne ne comptent pas.',
  },
  problem: {
    'unknown-command': (command) => `commande inconnue ${command}; il y a count`,
    'unknown-option': (name) => `option inconnue ${name}`,
    'value-missing': (name) => `${name} demande une valeur`,
    'said-twice': (name) => `${name} est donnée deux fois`,
    'no-file': 'nommez un fichier à compter, ou un tiret pour l’entrée standard',
    'two-files': 'nommez un seul fichier',
    'no-as-of': '--as-of AAAA-MM-JJ est nécessaire',
    'not-a-date': (name, value) => `${name} ${value} n’est pas une date (AAAA-MM-JJ)`,
    'index-after-as-of': '--index est après --as-of',
    'not-a-zone': (value) => `--zone ${value} n’est pas un fuseau horaire`,
    'not-a-language': (value) => `--lang ${value}\u00a0: il y a en et fr`,
    'csv-and-explain': 'donnez --csv ou --explain, pas les deux',
    'cannot-open': (file) => `${file} ne peut pas être lu`,
    'not-json': (file, line) => `${file} n’est pas du JSON${line === '' ? '' : ` (ligne ${line})`}`,
    'no-resources': (file) => `${file} n’est ni un Bundle, ni un tableau, ni des lignes de ressources FHIR`,
    'not-a-site': (file) => `${file} n’est pas un fichier d’établissement`,
    'two-patients': (file, list) =>
      `${file} contient plusieurs personnes (${list}); dites de qui avec --patient ID`,
    'no-such-patient': (file, id) => `${file} ne contient pas la personne ${id}`,
    'no-such-record': (file, id) => `${file} ne contient pas la donnée ${id}`,
  },
  notice: {
    'unknown-key': (file, path) => `${file}\u00a0: ${path} n’est pas connu et ne sert pas`,
    'wrong-value': (file, path) =>
      `${file}\u00a0: ${path} a une valeur inutilisable; la valeur par défaut s’applique`,
    unreadable: (file, path) => `${file}\u00a0: ${path} ne peut pas être lu`,
  },
};
