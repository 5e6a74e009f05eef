import './remits.css';
import { NavLink } from 'react-router';

/** The three lists of what came in. */
export function RemitNav() {
  return (
    <nav className="remit-nav" aria-label="What came in">
      <NavLink to="/remits" end>
        Remittances
      </NavLink>
      <NavLink to="/remits/files">Files</NavLink>
      <NavLink to="/remits/exceptions">Exceptions</NavLink>
    </nav>
  );
}
