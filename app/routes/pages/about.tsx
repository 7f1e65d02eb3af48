// STUB: replaced by the look helper
import { Outlet } from '@remix-run/react'
export default function Stub() { return <Outlet /> }
