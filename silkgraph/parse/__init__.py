"""From words to structure: what a paragraph says was done, by whom, with whom.

In the order in which a sentence passes through them:

- a paragraph and its sentences: ``frames`` (begin here), ``discourse`` (what carries over), ``leads``, ``openers``,
  ``repeats``
- clauses and verbs: ``predicates``, ``verb_selection``, ``tense``, ``times``, ``leading``, ``adverbials``,
  ``boundaries``
- who and with whom: ``clauses``, ``phrases``, ``coordination``, ``consortia``, ``members``, ``distribution``,
  ``pairs``, ``states``, ``hosts_of_acts``, ``making`` and ``makers`` (attributes that say so), ``makers_in_turn``,
  ``titled_parties``, ``shared_heads``, ``consents`` (甲同意乙…), ``countries_told``, ``countries_agreed``,
  ``joint_names``, ``notes`` (（甲发起）behind a name), ``anaphora`` (双方, 该行), ``house`` (我校, 公司)
- constructions, each a way to tell an outcome: ``constructions``, ``events``, ``arrivals``, ``changes``,
  ``ceremonies``, ``occasions``, ``acquisitions``, ``sponsors``, ``made_things``, ``pledges``, ``policies``,
  ``deals``, ``raising``, ``loans`` (money and the agreement on it), ``joining``, ``measures``, ``meetings_told``,
  ``set_phrases``, ``named_things``, ``bare_titles``, ``list_entries``; ``reports`` (one look at a
  clause for all that need a word of their own)
- what is told: ``tellings``, ``title_words``, ``generalities`` (what tells nothing), ``kinds``, ``labels``,
  ``gift_labels``, ``object_lists``, ``things``, ``counted_items``, ``fields_of_several``, ``money``,
  ``sums``, ``acts`` (the values)
- what a reading leaves out and takes for granted: ``coverage``, ``assumptions``
- figures: ``figures``, ``figure_grammar``, ``quantities``, ``counted``, ``attributes``, ``topics``, ``numerals``,
  ``dates``
- who attended: ``attendance``
"""
