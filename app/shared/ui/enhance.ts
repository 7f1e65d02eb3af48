// STUB: replaced by the look helper
export {}
