import { useEffect, useState } from 'react';

/** The size of the window; a new object also when letters have come that change what everything measures. */
export interface Glass {
  readonly width: number;
  readonly height: number;
}

const measureGlass = (): Glass => ({ width: window.innerWidth, height: window.innerHeight });

export function useGlass(): Glass {
  const [glass, set] = useState(measureGlass);
  useEffect(() => {
    const renew = (): void => set(measureGlass());
    window.addEventListener('resize', renew);
    document.fonts?.addEventListener('loadingdone', renew);
    return () => {
      window.removeEventListener('resize', renew);
      document.fonts?.removeEventListener('loadingdone', renew);
    };
  }, []);
  return glass;
}
