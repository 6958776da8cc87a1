/** Everything that writes, and what few ask to read: the code is fetched with the first wish. */
export {addContact, withdrawContact} from './contacts.ts';
export {changeEnrolment} from './enrolment.ts';
export {addGoal, changeGoal, settleGoal} from './save-goal.ts';
export {addAction} from './add-action.ts';
export {changeAction} from './change-action.ts';
export {searchDirectory} from './search-directory.ts';
export {changeMember} from './change-member.ts';
export {rateGoal} from './goal-ratings.ts';
export {addMeasure, withdrawMeasure} from './measures.ts';
export {rankGoals} from './rank-goals.ts';
export {openSavedPlan, planTaken, writeInHand} from './hand-plan.ts';
export {addMember, endMember, takeBackEnd} from './save-member.ts';
export {readPlanHistory} from './read-plan-history.ts';
export {readProblemList} from './read-problem-list.ts';
export {saveMeeting} from './save-meeting.ts';
export {settle} from './save-record.ts';
export {activatePlan, changeCrisisPlan, changePlan, createPlan} from './save-plan.ts';
