// one file per icon: the package's own entry would load six thousand of them in development and in tests
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { ForwardRefExoticComponent, RefAttributes, SVGProps } from 'react';

  const icon: ForwardRefExoticComponent<
    Omit<SVGProps<SVGSVGElement>, 'ref'> & { size?: number; stroke?: number } & RefAttributes<SVGSVGElement>
  >;
  export default icon;
}
