# Review of answers and of visitors' choices in the console.

review-title = المراجعة
review-answers = هل كانت هذه الإجابات صحيحة؟
review-answers-why = يُحتسب حكمك في الأرقام: فالإجابة الخاطئة تظهر هناك على أنها خاطئة أيا كان ما فعله الزائر. ولا تُعرض هنا المحادثات الحساسة.
review-show = عرض
review-show-unhelpful = قال الزائر إنها غير مفيدة
review-show-answered = تمت الإجابة عنها
review-show-unanswered = بلا إجابة
review-show-wrong = حُكم بأنها خاطئة
review-comment = تعليق الزائر:
review-right = صحيحة
review-wrong = خاطئة
review-take-back = سحب الحكم
review-none = لا يوجد هنا ما يستدعي الحكم.
review-examples = أسئلة نتعلمها من اختيارات الزوار
review-examples-why = عرض المساعد عدة مقالات فاختار الزائر واحدا منها. إذا أُخذ السؤال أصبح مثالا في مسودة ذلك المقال، ويُتعلَّم عند نشرها. استبعد كل ما يدل على شخص بعينه.
review-chosen = المقال المختار
review-decide = القرار
review-take = إضافة إلى المسودة
review-dismiss = استبعاد
review-more-examples = هناك المزيد؛ وتظهر تباعا كلما اتخذت قرارا.
review-no-examples = لا يوجد سؤال ينتظر قرارا.
