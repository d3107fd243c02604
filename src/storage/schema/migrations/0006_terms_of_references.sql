-- why: a matter is found by its number too, whole or by its parts
-- works with the previous release: yes, more terms only

update matters set terms = (array(
  select term
  from unnest(string_to_array(lower(reference), '-') || array[ltrim(split_part(reference, '-', 3), '0')] || terms) with ordinality as all_terms(term, place)
  where term <> ''
  group by term order by min(place)))[1:200];
