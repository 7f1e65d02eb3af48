/** What the live table says, in the participant's language; handed to the script by the page. `{time}` stays to be filled. */
export type TableWords = { saving: string; saved: string; offline: string; failing: string; closed: string }
