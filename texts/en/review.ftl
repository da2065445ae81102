# Review of answers and of visitors' choices in the console.

review-title = Review
review-answers = Were these answers right?
review-answers-why = Your verdict counts in the figures: an answer that was wrong is shown there as wrong, whatever the visitor did. Sensitive conversations are not shown here.
review-show = Show
review-show-unhelpful = said to be of no use
review-show-answered = answered
review-show-unanswered = not answered
review-show-wrong = judged to be wrong
review-comment = The visitor’s comment:
review-right = Right
review-wrong = Wrong
review-take-back = Withdraw the verdict
review-none = There is nothing to judge here.
review-examples = Questions to learn from visitors’ choices
review-examples-why = The assistant offered several articles and the visitor chose one. If you take the question, it becomes an example in that article’s draft and is learnt when the draft is published. Leave out anything that identifies a person.
review-chosen = Chosen article
review-decide = Decision
review-take = Take into the draft
review-dismiss = Dismiss
review-more-examples = There are more; they appear as you decide.
review-no-examples = No question is waiting for a decision.
