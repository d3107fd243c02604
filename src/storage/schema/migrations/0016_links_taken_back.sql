-- why: a merge can be undone; the record keeps that there was one, the table of links says what is linked now
-- works with the previous release: yes, it grants a right

grant delete on matter_links to anlan_app;
