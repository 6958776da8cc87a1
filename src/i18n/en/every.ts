import {actions} from './actions.ts';
import {consent} from './consent.ts';
import {due} from './due.ts';
import {enrolment} from './enrolment.ts';
import {followUp} from './follow-up.ts';
import {goals} from './goals.ts';
import {history} from './history.ts';
import {messages} from './index.ts';
import {measures} from './measures.ts';
import {place} from './place.ts';
import {planDetails} from './plan-details.ts';
import {programme} from './programme.ts';
import {proof} from './proof.ts';
import {takeAway} from './take-away.ts';
import {teamMore} from './team-more.ts';

/** Every catalogue whose words a host may replace, by the name that its paths begin with. */
export const every = {
  ...messages,
  actions,
  consent,
  due,
  enrolment,
  followUp,
  goals,
  history,
  measures,
  place,
  planDetails,
  programme,
  proof,
  takeAway,
  teamMore,
};
