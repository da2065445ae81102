# ما يقوله المساعد. المتغير organisation هو اسم الجهة.

greet = مرحبا! أنا المساعد الآلي في { $organisation }. يمكنك أن تسألني عن المهام التطوعية وأنواع التطوع والأرقام وشروط الخدمة. كيف يمكنني مساعدتك؟
goodbye = إلى اللقاء، وشكرا على تواصلك معنا. يمكنك العودة إلى هذه المحادثة في أي وقت.
thank = على الرحب والسعة. هل هناك شيء آخر تود معرفته؟
affirm = حسنا، بم يمكنني مساعدتك أيضا؟
deny = حسنا. يمكنك أن تسألني عن أي شيء آخر متى شئت.
bot = أنا مساعد آلي ولست إنسانا. أجيب استنادا إلى مقالات وأرقام معتمدة، ويمكنني أن أحيلك إلى أحد الزملاء.
capabilities = يمكنني البحث عن مهام تطوعية، وشرح أنواع التطوع ومن يحق له المشاركة فيها، والإجابة عن أسئلة الشروط وطلبات الترشح استنادا إلى مقالات معتمدة، وتقديم الأرقام مع مصدرها. اللغات التي أفهمها: { $languages }. وإذا لم أستطع مساعدتك فسأحيلك إلى أحد الزملاء.
language-changed = من الآن فصاعدا سأجيب بالعربية.
language-which = ما اللغة التي تفضلها؟ اللغات المتاحة: { $languages }.
out-of-scope = عذرا، هذا خارج نطاق معرفتي. يمكنني المساعدة في ما يخص التطوع: المهام التطوعية وأنواع الخدمة والشروط وطلبات الترشح والأرقام.
not-helpful = يؤسفني أن الجواب لم يفدك. هل يمكنك صياغة سؤالك بكلمات أخرى؟ ويمكنني أيضا أن أحيلك إلى أحد الزملاء.
not-understood = لست متأكدا من أنني فهمت ما تقصده. هل يمكنك قول ذلك بكلمات أخرى؟ ويمكنني أيضا أن أحيلك إلى أحد الزملاء.
unknown = ليس لدي جواب معتمد عن هذا السؤال، ولا أريد التخمين. هل تود أن أحيلك إلى أحد الزملاء؟
choose-article = أي مما يلي تقصد؟
button-human = التحدث إلى موظف
button-other = لا شيء مما سبق
button-more = عرض المزيد
button-details = التفاصيل: { $title }
button-without = ✕ { $wish }
hand-over = سأنقل محادثتنا إلى أحد الزملاء ليتابع معك، فلا تضطر إلى تكرار ما قلته.
sensitive = شكرا لإبلاغنا بذلك. ستصل رسالتك مباشرة إلى الزملاء المسؤولين عن هذه الأمور، وسيتعاملون معها بسرية. ولست مضطرا إلى ذكر تفاصيل أكثر مما تريد هنا.
sensitive-despair = يؤسفني كثيرا أنك تمر بهذا الشعور، وخيرا فعلت بإخبارنا. لست وحدك. تحدث الآن إلى شخص قريب منك تثق به. وستصل رسالتك مباشرة أيضا إلى الزملاء المسؤولين عن هذه الأمور، وسيتعاملون معها بسرية، لكنهم لا يستطيعون الرد فورا في كل وقت.
# Before an article, where a message may also only have asked how such a matter is dealt with.
sensitive-question = وإن كان سؤالك عن القواعد بوجه عام، فهذا ما يمكنني قوله:
# Below an answer, where there may be more behind the question; the button hands over to the team for sensitive matters.
perhaps-harm = إذا حدث لك أو لغيرك شيء من هذا القبيل، أو كان أحد في خطر، فيمكنك إخبار الفريق المعني بهذه المسائل، وسيطلع على رسالتك بسرية.
button-confidence = الإبلاغ بسرية
application-status = يمكنني أن أبحث لك أين وصل طلبك.
application-status-elsewhere = لا يمكنني الاطلاع على طلبات الترشح الفردية في هذه المحادثة. تظهر لك مرحلة طلبك عند تسجيل الدخول إلى المنصة التي قدمته عليها. ويمكن لأحد الزملاء أن يساعدك أكثر.
article-other-language = (لا تتوفر بعد ترجمة لهذا النص إلى لغتك، وهذا هو النص باللغة { $language }.)
article-confidence-medium = يرجى الانتباه: مصادر هذه المعلومات نسخ منقولة أو صفحات أقدم.
article-confidence-low = يرجى الانتباه: مصدر هذه المعلومات غير مباشر، فتحقق منها قبل الاعتماد عليها.

figure = **{ $figure }** – { $metric }، { $year }.
figure-members = **{ $figure }** – { $metric } ({ $members })، { $year }.
figure-change = **{ $figure }** – { $metric }، { $year } مقارنة بعام { $base }.
figure-change-members = **{ $figure }** – { $metric } ({ $members })، { $year } مقارنة بعام { $base }.
figure-share-of = { $figure } من المجموع
figure-up-amount = زيادة قدرها { $figure }
figure-up-share = زيادة بنسبة { $figure }
figure-up-qualified = زيادة قدرها { $figure }
figure-down-amount = انخفاض قدره { $figure }
figure-down-share = انخفاض بنسبة { $figure }
figure-down-qualified = انخفاض قدره { $figure }
figure-same = لا تغيير
figure-missing = ليس لدي رقم عن ذلك تحديدا. أقرب ما لدي:
figure-years = أرقامي من هذا النوع تمتد من عام { $first } إلى عام { $last }.
figure-list = **{ $name }** ({ $count }):
figure-parts = ملاحظة: حاصل جمع الأرقام التفصيلية في المصدر نفسه { $sum }، لا { $figure }.
figures = **{ $metric }**، { $year }:
figures-members = **{ $metric }** ({ $members })، { $year }:
figures-change = **{ $metric }**، { $year } مقارنة بعام { $base }:
figures-change-members = **{ $metric }** ({ $members })، { $year } مقارنة بعام { $base }:
figures-years = **{ $metric }**، عاما بعد عام:
figures-years-members = **{ $metric }** ({ $members })، عاما بعد عام:
colon = { ": " }
percentage-points = { $value } نقطة مئوية
calculated-share = **{ $value }** (بالحساب: { $part } من أصل { $whole }).
calculated-part = نحو **{ $value }** (بالحساب: { $part } من { $whole }).
calculated-rest = **{ $value }** (بالحساب: 100% ناقص { $part }).
calculated-difference = الفرق: **{ $value }** (بالحساب).
calculated-sum = المجموع: **{ $value }** (بالحساب).
calculated-growth = **{ $change }** ({ $share })، بالحساب: من { $first } إلى { $last }.
calculated-growth-points = **{ $change }**، بالحساب: من { $first } إلى { $last }.
dimension-year = السنة
dimension-host = الكيان
dimension-region = المنطقة
dimension-country = البلد
dimension-donor = الجهة الممولة
dimension-nationality = الجنسية
dimension-gender = نوع الجنس
dimension-age = العمر
dimension-modality = فئة المتطوعين
dimension-sdg = الهدف
dimension-origin = المنشأ
dimension-disability = الإعاقة
dimension-initiative = الموضوع
paragraph = الفقرة { $number }
unit-persons = { $count ->
    [zero] { $value } شخص
    [one] شخص واحد
    [two] شخصان
    [few] { $value } أشخاص
    [many] { $value } شخصا
   *[other] { $value } شخص
  }
unit-months = { $count ->
    [zero] { $value } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $value } أشهر
    [many] { $value } شهرا
   *[other] { $value } شهر
  }
unit-years = { $count ->
    [zero] { $value } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $value } سنوات
    [many] { $value } سنة
   *[other] { $value } سنة
  }
unit-days = { $count ->
    [zero] { $value } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $value } أيام
    [many] { $value } يوما
   *[other] { $value } يوم
  }
unit-countries = { $count ->
    [zero] { $value } بلد
    [one] بلد واحد
    [two] بلدان اثنان
    [few] { $value } بلدان
    [many] { $value } بلدا
   *[other] { $value } بلد
  }
unit-hours = { $count ->
    [zero] { $value } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $value } ساعات
    [many] { $value } ساعة
   *[other] { $value } ساعة
  }
unit-weeks = { $count ->
    [zero] { $value } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $value } أسابيع
    [many] { $value } أسبوعا
   *[other] { $value } أسبوع
  }
qualifier-about = نحو { $figure }
qualifier-more_than = أكثر من { $figure }
qualifier-less_than = أقل من { $figure }
qualifier-nearly = ما يقارب { $figure }
qualifier-at_least = { $figure } على الأقل
qualifier-rough = { $figure } تقريبا
qualifier-rounded = { $figure } (رقم مقرب)
qualifier-interim = { $figure } (رقم أولي)
qualifier-announced = { $figure } (رقم معلن)
qualifier-agreed = { $figure } (رقم متفق عليه)

indicator = **{ $key } { $name }** ({ $year }): الهدف { $target }، النتيجة { $result }، نسبة الإنجاز { $score } – { $colour }.
indicator-count = { $count ->
    [one] مؤشر واحد:
    [two] مؤشران:
    [few] { $count } مؤشرات:
    [many] { $count } مؤشرا:
   *[other] { $count } مؤشر:
  }
indicator-none = لم أتعرف على المؤشر الذي تقصده. وهذه هي المؤشرات المتوافرة لدي:
colour-green = أخضر (تحقق الهدف)
colour-yellow = أصفر (دون الهدف)
colour-red = أحمر (لم يتحقق الهدف)
colour-grey = رمادي (لا تتوفر بيانات)
table-indicator = المؤشر
table-target = الهدف
table-result = النتيجة
table-score = نسبة الإنجاز
table-colour = اللون

modality-list = أنواع التطوع هي:
modality-rules = ما تقوله المصادر عن الشروط:
modality-rule = { $rule }: { $value } (تاريخ المصدر: { $date })
modality-rule-older = { $rule }: { $value } (قاعدة أقدم، { $date })
date-undated = بلا تاريخ
modality-no-rules = ليست لدي شروط مؤكدة للأهلية في هذا النوع. والمرجع هو وصف المهمة.
modality-search = عرض المهام المتاحة
rule-min_age = الحد الأدنى للسن
rule-max_age = الحد الأقصى للسن
rule-education = التعليم
rule-experience_years = الخبرة
rule-languages = اللغات
rule-nationality = الجنسية
rule-residence = الإقامة
rule-first_contract_months = العقد الأول
rule-min_months = أقصر مدة للخدمة
rule-max_months = أطول مدة للخدمة
rule-max_weeks = أطول مدة للمهمة الواحدة
rule-hours_per_week = ساعات العمل في الأسبوع

search-found = { $count ->
    [zero] لم أجد مهام تطوعية متاحة تطابق طلبك
    [one] وجدت مهمة تطوعية واحدة متاحة تطابق طلبك
    [two] وجدت مهمتين تطوعيتين متاحتين تطابقان طلبك
    [few] وجدت { $value } مهام تطوعية متاحة تطابق طلبك
    [many] وجدت { $value } مهمة تطوعية متاحة تطابق طلبك
   *[other] وجدت { $value } مهمة تطوعية متاحة تطابق طلبك
  }: { $wishes }.
search-found-all = { $count ->
    [zero] لا توجد حاليا مهام تطوعية متاحة.
    [one] توجد حاليا مهمة تطوعية واحدة متاحة.
    [two] توجد حاليا مهمتان تطوعيتان متاحتان.
    [few] توجد حاليا { $value } مهام تطوعية متاحة.
    [many] توجد حاليا { $value } مهمة تطوعية متاحة.
   *[other] توجد حاليا { $value } مهمة تطوعية متاحة.
  } لتضييق النتائج، اذكر لي بلدا أو مهنة أو منظمة أو لغة.
search-dropped = لم أجد مهام تطابق طلبك كله: { $wishes }. وهذه هي المهام المتاحة إذا استغنينا عما يلي: { $dropped }.
# $words: one or two words of the visitor that nothing explains
search-left-out = لم يؤخذ «{ $words }» في الحسبان: لا أعرف مهمة يرد فيها.
search-none = لم أجد مهام تطوعية متاحة تطابق طلبك: { $wishes }.
search-none-open = لا توجد مهام تطوعية متاحة في الوقت الحالي.
search-range = المعروض هنا: من { $from } إلى { $to } من أصل { $total }.
search-end = عُرضت عليك جميع المهام التي وجدتها.
search-first = أخبرني أولا عما تبحث عنه، مثل المهنة والبلد.
wish-not = باستثناء: { $wish }
wish-near = بالقرب من: { $place }
wish-over = المدة أكثر من: { $duration }
wish-least = المدة على الأقل: { $duration }
wish-under = المدة أقل من: { $duration }
wish-most = المدة على الأكثر: { $duration }
wish-lasting = المدة: { $duration }
wish-from = البدء اعتبارا من { $date }
wish-until = البدء في موعد أقصاه { $date }
wish-onsite = في الموقع
wish-family = مركز عمل يسمح باصطحاب الأسرة
wish-disability = مناسبة للأشخاص ذوي الإعاقة
wish-words = «{ $words }»
assignment-gone = لم تعد هذه المهمة متاحة.
assignment-which = أي مهمة من المهام المعروضة تقصد؟ اذكر لي رقمها من فضلك.
assignment-demonstration = هذه بيانات تجريبية، وما يُعرض هنا من مهام ليس حقيقيا.
assignment-place = المكان
assignment-online = عبر الإنترنت، من أي مكان
assignment-city = { $city }، { $country }
assignment-host = الجهة المضيفة
assignment-modality = نوع التطوع
assignment-duration = المدة
assignment-start = تاريخ البدء
assignment-closes = آخر موعد للتقديم
assignment-languages = اللغات
assignment-education = التعليم
assignment-experience = الخبرة
assignment-tasks = الأعمال المطلوبة
assignment-reference = الرقم المرجعي
assignment-apply = كيفية التقديم
education-secondary = التعليم الثانوي
education-technical = دبلوم تقني
education-bachelor = درجة البكالوريوس
education-master = درجة الماجستير
rule-status = الصفة
rule-typical_experience_years = الخبرة المعتادة (ليست شرطا)

value-country_of_service = جنسية بلد الخدمة
value-not_country_of_service = أي جنسية عدا جنسية بلد الخدمة
value-legal_residence_refugee_stateless = اللاجئون المعترف بهم وعديمو الجنسية المقيمون في البلد إقامة قانونية، حيثما يسمح القانون الوطني بذلك
value-bachelor_or_higher_technical_diploma = شهادة جامعية أو دبلوم تقني عال
value-student = طالب أو طالبة
value-refugee_or_asylum_seeker = لاجئ أو طالب لجوء
value-host_country = في البلد المضيف للاجئ
value-any-language = إحدى اللغات التالية: { $languages }
# Amounts of a million and more: the number with its word, the currency after it (that begins with a vowel).
money-millions = { $number } { $currency }
money-millions-vowel = { $number } { $currency }
unit-working_days = { $count ->
    [zero] { $value } يوم عمل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $value } أيام عمل
    [many] { $value } يوم عمل
   *[other] { $value } يوم عمل
  }
unit-ages = { $count ->
    [few] { $value } سنوات
   *[other] { $value } سنة
  }

# Between the items of a list
list-separator = { "، " }
