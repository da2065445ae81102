# Partners' requests for volunteers: the conversation, what the desk says and writes, the page behind the link.

# The conversation
request-start = يمكنني تسجيل طلبكم للحصول على متطوعين. يمكنكم الإجابة بأي ترتيب وتصحيح أي شيء والعودة لاحقا؛ ولا يُرسل شيء قبل تأكيدكم.
request-known = ما لدي حتى الآن: { $facts }.
request-facts-separator = ؛ { "" }
request-back = نعود إلى طلبكم: { $question }
request-ask-profile = أي نوع من المتطوعين تحتاجون، وكم عددهم؟ مثلا: ممرضتان وقابلة.
request-ask-number = كم متطوعا تحتاجون؟
request-ask-country = في أي بلد سيخدمون؟
request-ask-modality = ما نوع الخدمة التطوعية المطلوب؟
request-ask-start = متى ينبغي أن يبدؤوا؟
request-ask-duration = لأي مدة تحتاجون إليهم؟
request-ask-number-of = كم تحتاجون: { $profile }؟
request-ask-country-of = في أي بلد ستكون الخدمة: { $profile }؟
request-ask-modality-of = ما نوع الخدمة التطوعية المطلوب: { $profile }؟
request-ask-start-of = متى ينبغي أن تبدأ الخدمة: { $profile }؟
request-ask-duration-of = ما المدة المطلوبة: { $profile }؟
request-ask-funding = كيف سيُموَّل المتطوعون؟
request-ask-organisation = من أي منظمة يأتي الطلب؟
request-ask-contact = ما اسم الشخص الذي يمكننا الاتصال به؟
request-ask-email = ما عنوان بريده الإلكتروني؟ سنرسل إليه رابطا؛ ولا يُعتد بالطلب إلا بعد تأكيده من خلال الرابط.
request-confirm = هل كل شيء صحيح؟ إن كان كذلك أرسلت الطلب.
request-change = ما الذي ينبغي تغييره؟ اكتبوه بكلماتكم، مثلا: خمسة وليس ثلاثة.
request-guess = هل أسجل ما يلي: { $facts }؟
request-summary = هذا طلبكم:
request-counted = { $number } × { $what }
request-volunteers = متطوعون
request-from = ابتداء من { $start }
request-start-soon = في أقرب وقت ممكن
request-open = غير محدد
request-email-known = تم استلامه (لا يُعرض هنا)
request-fact = { $label }: { $value }
request-field-funding = التمويل
request-field-organisation = المنظمة
request-field-contact = جهة الاتصال
request-field-email = البريد الإلكتروني
request-funding-own = أموال المنظمة نفسها
request-funding-donor = جهة مانحة أو حكومة
request-funding-shared = مشترك بين عدة جهات
request-funding-none = لا تمويل بعد
request-later = حسنا، سأحتفظ به. قولوا «متابعة الطلب» متى شئتم.
request-cancelled = أُلغي الطلب. لم يُرسل شيء.
request-nothing = لا يوجد طلب يمكن متابعته. أخبروني أي متطوعين تحتاجون، وسأبدأ طلبا جديدا.
request-passed-on = شكرا. أحيل طلبكم الآن.
request-choice-send = إرسال الطلب
request-choice-change = تغيير شيء
request-choice-cancel = إلغاء الطلب
request-choice-later = لاحقا
request-choice-resume = متابعة الطلب
request-choice-skip = تركه دون تحديد
request-choice-yes = نعم
request-choice-no = لا
request-choice-email = إعطاء العنوان مرة أخرى

# Values that cannot be right
request-problem-number-least = يلزم متطوع واحد على الأقل؛ لا يمكن أن يكون العدد { $value }.
request-problem-number-most = العدد { $value } أكبر مما يتسع له طلب واحد (500). للأعداد الأكبر يرجى التحدث إلى أحد الزملاء.
request-problem-start-past = { $value }: هذا التاريخ مضى. يرجى ذكر شهر قادم.
request-problem-start-day = لا يوجد مثل هذا اليوم: { $value }. يرجى كتابته هكذا: 15 مارس 2027.
request-problem-start-far = { $value }: هذا بعيد جدا؛ تُقبل الطلبات للسنوات الثلاث القادمة.
request-problem-duration = هذه المدة غير ممكنة: يجب أن تكون بين أسبوع وأربع سنوات.
request-problem-country-region = «{ $value }» منطقة. يرجى ذكر بلد واحد؛ ويمكنكم ذكر عدة بلدان واحدا بعد الآخر.
request-problem-lines = عدد أنواع المتطوعين { $value } أكبر مما يتسع له طلب واحد (12). يرجى تقديم طلبين.
request-problem-needed = لا يمكننا الاستغناء عن هذا.
request-problem-name = لا يبدو لي «{ $value }» اسما.
request-problem-form-number = لم أجد عددا في «{ $value }». يرجى كتابته هكذا: 5 أو خمسة.
request-problem-form-country = لا أعرف بلدا اسمه «{ $value }». يرجى كتابة اسمه كاملا.
request-problem-form-modality = لا أعرف نوعا من الخدمة التطوعية اسمه «{ $value }». يرجى اختيار أحد هذه الأنواع أو تركه دون تحديد.
request-problem-form-start = لم أجد تاريخا في «{ $value }». يرجى كتابته هكذا: مارس 2027 أو 15 مارس 2027.
request-problem-form-duration = لم أجد مدة في «{ $value }». يرجى كتابتها هكذا: 6 أشهر.
request-problem-form-funding = لم يتضح من «{ $value }» من يدفع. يرجى اختيار أحد الخيارات أو تركه دون تحديد.
request-problem-form-email = «{ $value }» ليس عنوان بريد إلكتروني كاملا. يرجى كتابته هكذا: name@example.org.

# What the desk says
request-received = رقم طلبكم **{ $number }**. أُرسل بريد يحتوي على رابط إلى عنوان جهة الاتصال. لا يُعتد بالطلب إلا بعد تأكيده هناك؛ ويمكن لزملائنا رؤيته منذ الآن. لمعرفة ما آل إليه أو لتغييره اكتبوا الرقم هنا.
request-received-before = سبق إرسال هذا الطلب؛ ورقمه **{ $number }**.
request-changed = تم تغيير طلبكم **{ $number }**. أُرسل إشعار بذلك إلى عنوان جهة الاتصال.
request-address-gone = لا نحتفظ بالعناوين كل هذا الوقت، ولم يعد عنوانكم لدينا. يرجى إعطاؤه مرة أخرى.
request-too-many = طُلبت رسائل كثيرة في وقت قصير. يرجى المحاولة مرة أخرى بعد { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
  }.
request-code-sent = إن كان هناك طلب بهذا الرقم، فإن رمزا من ستة أرقام في طريقه إلى عنوان جهة الاتصال. يرجى كتابة الرمز هنا. مدة صلاحيته { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
  }.
request-progress = الطلب **{ $number }** ({ $organisation })، بتاريخ { $date }
request-state-claimed = لم يُؤكَّد بعد: يرجى فتح الرابط في البريد المرسل إلى عنوان جهة الاتصال.
request-state-confirmed = تم تأكيده وهو بانتظار أحد الزملاء.
request-state-working = تم تأكيده ويعمل عليه أحد الزملاء.
request-state-done = أنجز زملاؤنا معالجته.
request-state-withdrawn = تم سحبه.
choice-request-change = تغيير الطلب
choice-request-withdraw = سحب الطلب
choice-request-withdraw-sure = نعم، اسحبوه
choice-request-keep = لا، أبقوه
request-sure = هل تريدون حقا سحب الطلب { $number }؟ لا يمكن التراجع عن ذلك.
request-withdrawn = سُحب الطلب { $number }. يُرسل تأكيد إلى عنوان جهة الاتصال.
request-kept = يبقى الطلب { $number } كما هو.

# The page behind the link
request-page-title = تأكيد طلب متطوعين
request-page-text = قُدم الطلب { $number } باسم { $organisation }، وذُكرتم جهة اتصال له. لا يُعتد به إلا بعد تأكيدكم.
request-page-button = تأكيد الطلب
request-page-not-you = إن لم تكونوا على علم به فما عليكم إلا إغلاق هذه الصفحة: لا يُعتد بالطلب من دون تأكيد.
request-page-done-title = تم تأكيد الطلب
request-page-done = شكرا. سيتواصل زملاؤنا معكم بشأن الطلب { $number }.
request-page-gone-title = لم يعد هذا الرابط صالحا
request-page-gone = سُحب الطلب أو انتهت صلاحية الرابط. يرجى تقديم طلب جديد في المحادثة.

# Mails
mail-request-confirm-subject = يرجى تأكيد طلبكم { $number }
mail-request-confirm-text =
    مرحبا { $contact }،

    قُدم طلب متطوعين وذُكر هذا العنوان جهة اتصال له. رقمه { $number }:

    { $summary }

    يرجى تأكيده هنا؛ فلا يُعتد به قبل ذلك. مدة صلاحية الرابط { $days ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يوما
       *[other] { $days } يوم
      }.

    { $link }

    إن لم تكونوا على علم به فلا داعي لفعل أي شيء.

    { $organisation }
mail-request-confirmed-subject = تم تأكيد طلبكم { $number }
mail-request-confirmed-text =
    مرحبا { $contact }،

    شكرا لتأكيد الطلب { $number }. سيتواصل زملاؤنا معكم.

    { $summary }

    لمعرفة ما آل إليه أو لتغييره اكتبوا رقمه في المحادثة.

    { $organisation }
mail-request-changed-subject = تم تغيير طلبكم { $number }
mail-request-changed-text =
    مرحبا { $contact }،

    تم تغيير الطلب { $number } في المحادثة. وهو الآن كما يلي:

    { $summary }

    إن لم تكونوا أنتم من غيّره فيرجى الرد على هذا البريد.

    { $organisation }
mail-request-withdrawn-subject = تم سحب طلبكم { $number }
mail-request-withdrawn-text =
    مرحبا { $contact }،

    تم سحب الطلب { $number } في المحادثة.

    إن لم تكونوا أنتم من سحبه فيرجى الرد على هذا البريد.

    { $organisation }
mail-request-code-subject = رمزكم: { $code }
mail-request-code-text =
    مرحبا،

    رمزكم هو { $code }. يرجى كتابته في المحادثة التي سألتم فيها عن طلب المتطوعين. مدة صلاحيته { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
      }.

    لا نطلب هذا الرمز أبدا عبر الهاتف أو البريد. إن لم تطلبوه فلا داعي لفعل أي شيء: لا يمكن لأحد الاطلاع على طلبكم من دون الرمز.

    { $organisation }

# The console
console-reason-volunteer_request = طلب متطوعين
console-request = طلب متطوعين
console-request-number = الرقم
console-request-state = التأكيد
console-request-claimed = لا: مجرد ادعاء حتى الآن
console-request-confirmed = نعم، برابط أُرسل إلى جهة الاتصال، في { $date }
console-request-withdrawn = سُحب في { $date }
console-request-lines = المتطوعون
