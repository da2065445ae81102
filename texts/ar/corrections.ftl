# Corrections of answers: the console's pages, and what is sent.

corrections-title = التصويبات
corrections-text = مقالات حصل أحدهم منها على إجابة لم تعد صحيحة.
corrections-people = الأشخاص
corrections-nobody = لا يوجد من يلزم إبلاغه بشيء.
corrections-link = من حصل على إجابة خاطئة
corrections-of = التصويبات: { $title }
corrections-of-text = آخر إجابة حصل عليها هؤلاء عُدّلت أو سُحبت بعد ذلك، أو وُضعت عليها علامة الخطأ. يحصل كل منهم على تصويب واحد بلغته.
corrections-way-chat = في المحادثة
corrections-way-mail = بالبريد الإلكتروني
corrections-way-none = لا يمكن الوصول إليه
corrections-erased = استفسارات حُذفت محادثتها
corrections-send = { $count ->
    [zero] إرسال التصويب: لا أحد
    [one] إرسال التصويب إلى شخص واحد ({ $count })
    [two] إرسال التصويب إلى شخصين ({ $count })
    [few] إرسال التصويب إلى { $count } أشخاص
    [many] إرسال التصويب إلى { $count } شخصا
   *[other] إرسال التصويب إلى { $count } شخص
  }
corrections-sent = أُرسل: { $chat } في المحادثة، و{ $mail } بالبريد الإلكتروني.
corrections-unreached = { $count ->
    [zero] تم الوصول إلى الجميع.
    [one] تعذر الوصول إلى شخص واحد ({ $count }).
    [two] تعذر الوصول إلى شخصين ({ $count }).
    [few] تعذر الوصول إلى { $count } أشخاص.
    [many] تعذر الوصول إلى { $count } شخصا.
   *[other] تعذر الوصول إلى { $count } شخص.
  }
corrections-failed = { $count ->
    [zero] لم يسبق زميل إلى إبلاغ أحد.
    [one] شخص واحد ({ $count }) أبلغه زميل في الوقت نفسه أو حذف المحادثة.
    [two] شخصان ({ $count }) أبلغهما زميل في الوقت نفسه أو حذفا المحادثة.
    [few] { $count } أشخاص أبلغهم زميل في الوقت نفسه أو حذفوا المحادثة.
    [many] { $count } شخصا أبلغهم زميل في الوقت نفسه أو حذفوا المحادثة.
   *[other] { $count } شخص أبلغهم زميل في الوقت نفسه أو حذفوا المحادثة.
  }
corrections-answered = وقت الإجابة
corrections-why = السبب
corrections-why-changed = تغير النص
corrections-why-withdrawn = سُحب المقال
corrections-why-wrong = وُضعت عليها علامة الخطأ
corrections-way = كيف يُبلغ

# To visitors
correction = تصويب
correction-changed = في { $date } قدمنا لك هنا إجابة عن «{ $title }» لم تعد صحيحة. إجابتنا الآن هي:
correction-withdrawn = في { $date } قدمنا لك هنا إجابة عن «{ $title }» لم تعد صحيحة. يرجى عدم الاعتماد عليها، ويسر زملاءنا أن يساعدوك.
correction-wrong = في { $date } أجبنا هنا عن سؤالك بما ورد في «{ $title }». لم تكن هذه هي الإجابة الصحيحة. يرجى عدم الاعتماد عليها، ويسر زملاءنا أن يساعدوك.
mail-correction-subject = { $organisation }: تصويب إجابة
mail-correction-text =
    مرحبا،

    طرحت علينا سؤالا في محادثتنا وتركت هذا العنوان. علينا أن نصوب إجابتنا.

    { $text }

    نعتذر عن هذا الخطأ.

    { $organisation }
