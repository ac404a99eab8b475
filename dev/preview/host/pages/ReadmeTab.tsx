import { renderMarkdown } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { useEffect, useState } from 'react';

/** The plugin's README; Grafana's renderer removes whatever could run. */
export function ReadmeTab({ id }: { id: string }) {
  const [markup, setMarkup] = useState<string>();
  useEffect(() => {
    void getBackendSrv()
      .get(`/api/plugins/${id}/markdown/README`)
      .then((text) => setMarkup(renderMarkdown(text || 'This plugin has no README.')));
  }, [id]);

  return markup === undefined ? (
    <LoadingPlaceholder text="Loading README" />
  ) : (
    <div className="markdown-html" dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
